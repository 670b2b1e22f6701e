/** What a browser may send at once; some six million readings. Larger files are loaded by the command, on the server. */
export const mostUploadBytes = 500_000_000;
