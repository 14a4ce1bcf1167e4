/** Where a photo's bytes are: `full` as kept, `thumb` small enough for rows. */
export function fileUrl(hash: string, size: 'full' | 'thumb'): string {
  return `/api/files/${hash}${size === 'thumb' ? '?size=thumb' : ''}`;
}
