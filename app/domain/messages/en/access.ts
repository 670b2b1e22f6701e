/** Signing in, choosing an office, and a new installation before its first administrator. */
export const access = {
  signIn: 'Sign in',
  login: 'Sign-in name',
  password: 'Password',
  demonstrationHint:
    'Demonstration: sign-in names follow the office, e.g. pm, minister-03000, ps-03000, cio-03000, officer-03003; the password is demo',
  newInstallation: 'Nobody can sign in yet. Make the first administrator with this command on the server',
  newInstallationThen: 'Then open this page again and sign in.',
  choosePosition: 'Choose the office to work in',
  choosePositionHint: 'What you may see and do follows the office. You can change it at any time from your account.',
  asAide: 'as an aide',
  changePosition: 'Change office',
} as const;
