/** Roles hang on positions, never on persons. An aide acts for a principal and is logged as such. */
export const ROLES = ['pm', 'minister', 'ps', 'cio', 'dg', 'bureau', 'officer', 'opdc', 'admin', 'aide'] as const;
export type Role = (typeof ROLES)[number];

/** An aide lands where the principal does. */
export function landingPath(role: Role, principal: Exclude<Role, 'aide'> = 'minister'): string {
  return role === 'aide' ? LANDING[principal] : LANDING[role];
}

export type Deed = 'read' | 'prepare' | 'load' | 'submit' | 'accept' | 'sign' | 'certify' | 'direct' | 'administer';

/** What a role may do in its own subtree. An aide reads and prepares, and never signs, certifies or directs. */
export function mayDo(role: Role, deed: Deed): boolean {
  return DEEDS[role].includes(deed);
}

/** Principals let an aide read and prepare for them; the database asks the same again. */
export function mayAppointAides(role: Role): boolean {
  return role === 'pm' || role === 'minister' || role === 'ps';
}

const LANDING: Record<Exclude<Role, 'aide'>, string> = {
  pm: '/strategic',
  minister: '/strategic',
  ps: '/strategic',
  cio: '/projects',
  dg: '/tactical',
  opdc: '/tactical',
  bureau: '/operational',
  officer: '/feeds',
  admin: '/people',
};

const DEEDS: Record<Role, readonly Deed[]> = {
  pm: ['read', 'sign', 'direct'],
  minister: ['read', 'sign', 'direct'],
  ps: ['read', 'prepare', 'accept', 'sign', 'certify', 'direct'],
  cio: ['read', 'prepare', 'accept', 'direct'],
  dg: ['read', 'prepare', 'submit', 'sign', 'certify', 'direct'],
  bureau: ['read', 'prepare'],
  officer: ['read', 'prepare', 'load', 'submit', 'accept'],
  opdc: ['read', 'accept', 'certify'],
  admin: ['read', 'administer'],
  aide: ['read', 'prepare'],
};
