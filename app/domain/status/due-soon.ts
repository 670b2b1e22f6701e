/** Domain rule: what is due within a week is told before it is late; the sentences name the seven days. */
export const DUE_SOON_DAYS = 7;
