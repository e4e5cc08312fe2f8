declare global {
  interface Window {
    benchFirstMarks?: number;
    benchFrames?: { begin: () => void; end: () => number };
  }
}

/**
 * Runs in the measured page, before its own script: notes when marks first are on the map's canvas, and the longest time
 * between two frames while it is asked to watch. It stands alone, as it is sent to the browser as text.
 */
export function watchPage(): void {
  const probe = document.createElement("canvas");
  probe.width = probe.height = 32;
  const context = probe.getContext("2d", { willReadFrequently: true })!;
  const isPainted = () => {
    // The first canvas is the ground that the marks stand on.
    const canvas = document.querySelectorAll<HTMLCanvasElement>(".leaflet-container canvas")[1];
    if (!canvas || canvas.width === 0) return false;
    context.clearRect(0, 0, 32, 32);
    context.drawImage(canvas, 0, 0, 32, 32);
    return context.getImageData(0, 0, 32, 32).data.some((value) => value > 0);
  };
  let longest = 0;
  let last = 0;
  let isWatching = false;
  const onFrame = (now: number) => {
    if (window.benchFirstMarks === undefined && isPainted()) window.benchFirstMarks = performance.now();
    if (isWatching && last > 0) longest = Math.max(longest, now - last);
    last = now;
    requestAnimationFrame(onFrame);
  };
  requestAnimationFrame(onFrame);
  window.benchFrames = {
    begin: () => {
      longest = 0;
      last = 0;
      isWatching = true;
    },
    end: () => {
      isWatching = false;
      return longest;
    },
  };
}
