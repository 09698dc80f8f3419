/** Saves a canvas of this page: only the reader's own click gets here, and never a program's. */

export async function savePicture(canvas: HTMLCanvasElement | null): Promise<void> {
  const blob = await new Promise<Blob | null>((resolve) => {
    if (canvas) canvas.toBlob(resolve, 'image/png');
    else resolve(null);
  });
  if (!blob) return;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = 'bytescope.png';
  link.click();
  // The browser has taken it by then: it reads the Blob, not the address.
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
