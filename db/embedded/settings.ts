import fs from 'node:fs';

/** Postgres settings on the command line; loopback only, and no socket in a folder that others may write. */
export function settingsFor(): Record<string, string> {
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: '200',
    shared_buffers: '256MB',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    work_mem: '32MB',
    maintenance_work_mem: '128MB',
    random_page_cost: '1.1',
    jit: 'off',
    dynamic_shared_memory_type: hasRoomyShm() ? 'posix' : 'mmap',
    log_min_messages: 'warning',
    log_line_prefix: '%m [%p] %d ',
  };
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
