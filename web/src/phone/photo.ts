/** Shrinks a photo to at most `max` pixels and JPEG before it is kept on the phone. */
export async function shrink(f: Blob, max = 1600): Promise<Blob> {
  const b = await createImageBitmap(f);
  const k = Math.min(1, max / Math.max(b.width, b.height));
  const c = document.createElement('canvas');
  c.width = Math.round(b.width * k);
  c.height = Math.round(b.height * k);
  c.getContext('2d')?.drawImage(b, 0, 0, c.width, c.height);
  b.close();
  return new Promise((ok, no) => c.toBlob((x) => (x ? ok(x) : no(new Error('toBlob'))), 'image/jpeg', 0.8));
}
