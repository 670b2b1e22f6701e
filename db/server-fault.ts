/** What stands between a command and its database, told to the operator who can mend it. */

/** The server cannot be reached, or went away: the driver's, the system's and the server's own words for it. */
const lost = new Set([
  ...['CONNECTION_CLOSED', 'CONNECTION_DESTROYED', 'CONNECT_TIMEOUT'],
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
  ...['57P01', '57P02', '57P03', '08000', '08003', '08006'],
]);
/** The connection stood when it happened. */
const duringWork = new Set(['CONNECTION_CLOSED', 'CONNECTION_DESTROYED', 'ECONNRESET', 'EPIPE', '57P01', '57P02']);

const sentences: Record<string, (message: string) => string> = {
  '28P01': (message) =>
    `The database server refuses the login (${message}). Correct name and password in DATABASE_URL.`,
  '28000': (message) =>
    `The database server refuses the login (${message}). Correct DATABASE_URL, or let this machine in (pg_hba.conf).`,
  '3D000': (message) =>
    `The database server answers: ${message}. Make it (create database … owner …), or correct its name in DATABASE_URL.`,
  '42P01': behind,
  '42883': behind,
  '53300': (message) =>
    `The database server has no connection left (${message}). Raise max_connections, then try again.`,
};

/** A table or function of ours that the database has not, or not yet. */
function behind(message: string): string {
  return `The database is not at this version (${message}). Bring it there with: npm run db -- migrate (npm start does it by itself).`;
}

export function isServerLost(error: unknown): boolean {
  return lost.has(codeOf(error));
}

/** The sentence for a fault of the server or of its address; undefined for anything else. */
export function serverSentence(error: unknown): string | undefined {
  const code = codeOf(error);
  const message = (error as Error | undefined)?.message || code;
  if (duringWork.has(code))
    return `The database server went away (${message}). Nothing is half done: when it answers again, run the command again.`;
  if (lost.has(code))
    return `The database server does not answer (${message}). See that it runs, and that DATABASE_URL names its host and port; then run the command again.`;
  return sentences[code]?.(message);
}

/** Does something that needs the server, again and again while it is away; gives up with the last error. */
export async function whenServerAnswers<T>(work: () => Promise<T>, patienceMs = 60_000): Promise<T> {
  for (const deadline = Date.now() + patienceMs; ;) {
    try {
      return await work();
    } catch (error) {
      if (!isServerLost(error) || Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown } | undefined)?.code ?? '');
}
