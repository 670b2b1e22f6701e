import fs from 'node:fs';
import os from 'node:os';

/** Postgres settings on the command line; loopback only, and no socket in a folder that others may write. */
export function settingsFor(): Record<string, string> {
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: '200',
    shared_buffers: `${sharedMegabytes()}MB`,
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    // A first load fills new pieces of the log one after another: they would all be written twice.
    wal_init_zero: 'off',
    work_mem: '32MB',
    // One core stays with the process that asks.
    max_parallel_workers_per_gather: String(Math.min(4, Math.max(1, os.availableParallelism() - 1))),
    maintenance_work_mem: '128MB',
    random_page_cost: '1.1',
    jit: 'off',
    dynamic_shared_memory_type: hasRoomyShm() ? 'posix' : 'mmap',
    log_min_messages: 'warning',
    log_line_prefix: '%m [%p] %d ',
  };
}

/** A large load's pages stay in memory until the checkpointer writes them; a sixteenth leaves room for Node and the browser beside. */
function sharedMegabytes(): number {
  const bytes = Math.min(os.totalmem(), process.constrainedMemory() || Infinity);
  return Math.min(1024, Math.max(128, Math.floor(bytes / 2 ** 24)));
}

/** Containers often mount 64 MB, which parallel queries overflow. */
function hasRoomyShm(): boolean {
  try {
    const { bavail, bsize } = fs.statfsSync('/dev/shm');
    return process.platform !== 'linux' || bavail * bsize > 256 * 1024 * 1024;
  } catch {
    return process.platform !== 'linux';
  }
}
