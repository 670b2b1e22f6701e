/** What was asked cannot be done as asked; the message says how to mend it. */
export class Mistake extends Error {}
