export const actRefusal = {
  run_not_found: 'There is no such run among your units',
  aide_may_not_decide: 'An aide reads and prepares; the holder of the office must submit or accept',
  unknown_act: 'Unknown act; open the page again and choose a button',
  run_not_decidable: 'This run has nothing to submit or accept; open the page again to see where it stands',
  not_the_sender: 'Only the sending unit may submit or withdraw',
  not_the_level_above: 'Only the level next above may accept or return',
  not_submitted:
    'The sender has not submitted it, or not again since it was returned; until then it is neither accepted nor returned',
  remark_needed: 'Say why it is returned, so that the sender knows what to mend',
  already_asked: 'An earlier request is still under way; wait a moment',
  not_for_dataset: 'Data of this kind take effect when loaded; they are not passed on or withdrawn run by run',
  failed: 'It could not be carried out and nothing changed; try again',
} as const;
