/** Why a sign-in did not succeed. A wrong password and an unknown name read the same. */
export const signInFault = {
  wrong: 'The sign-in name or the password is not right. Check the keyboard and try again.',
  wait: 'Sign-in failed several times. Wait {{seconds}} seconds and try again.',
  noPosition: 'You hold no office today. Ask the administrator to appoint you.',
} as const;
