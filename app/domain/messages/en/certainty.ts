export const certainty = {
  label: 'How certain',
  mid_round: 'Mid-round',
  preliminary: 'Preliminary',
  certified: 'Certified',
  final: 'Final',
  awaits: 'awaiting OPDC certification',
  mayChange: 'figures may still change',
} as const;
