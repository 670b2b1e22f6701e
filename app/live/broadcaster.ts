/** A unit that something touched, and the audiences that see what was touched. */
export type Touch = { unitId: number; audiences: number };
export type PublicationTouch = Touch & { publicationId: number };

/** What a reader may see, as the database's own rule has it. */
export type Reader = {
  /** Ids of the own subtree. */
  units: ReadonlySet<number>;
  /** Mask with which the own subtree is read; 0 for nobody. */
  bit: number;
  /** Sees of every run that it exists. */
  isAdministrator: boolean;
};

/** Ids only: what they mean is read by whoever is told, with the own rights. */
export type LiveEvent = { name: 'publication' | 'run'; id: number };
export type Connection = { reader: Reader; tell(event: LiveEvent): void };

/** Everything outside the own subtree is read as (PMOC, public). */
const OUTSIDE_MASK = 64;

/** Tells open streams what concerns them, and nobody else. */
export class Broadcaster {
  private readonly connections = new Set<Connection>();

  get size(): number {
    return this.connections.size;
  }

  add(connection: Connection): () => void {
    this.connections.add(connection);
    return () => void this.connections.delete(connection);
  }

  /** Each connection hears the newest of the publications that it can see something of. */
  tellPublications(touches: readonly PublicationTouch[]): void {
    for (const { reader, tell } of this.connections) {
      const seen = touches.filter((touch) => maySee(reader, touch)).map(({ publicationId }) => publicationId);
      if (seen.length > 0) tell({ name: 'publication', id: Math.max(...seen) });
    }
  }

  tellRun(runId: number, touches: readonly Touch[]): void {
    for (const { reader, tell } of this.connections) {
      if ((reader.isAdministrator && touches.length > 0) || touches.some((touch) => maySee(reader, touch)))
        tell({ name: 'run', id: runId });
    }
  }
}

export function maySee(reader: Reader, { unitId, audiences }: Touch): boolean {
  if (reader.bit === 0) return false;
  return (audiences & (reader.units.has(unitId) ? reader.bit : OUTSIDE_MASK)) !== 0;
}
