const KEY = 'ruhu-photo-mark';
const PLACE_MS = 5000;
const when = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** Has the helper allowed time and place to be written on photos? Chosen on this device, off until then. */
export function isMarking() {
  try {
    return localStorage.getItem(KEY) === 'on';
  } catch {
    return false; // Storage is switched off: nothing was allowed.
  }
}

/** The button that allows it; the browser itself asks once more for the place. */
export function markButton(button) {
  const show = () => button.setAttribute('aria-pressed', String(isMarking()));
  button.addEventListener('click', () => {
    try {
      localStorage.setItem(KEY, isMarking() ? 'off' : 'on');
    } catch {
      button.disabled = true; // It can't be remembered, so it stays off.
    }
    show();
  });
  show();
}

/**
 * What is written on a photo: when it was taken and, where the device says so in time, where (degrees north, east).
 * A photo is never kept waiting for its place.
 */
export async function markOf(file) {
  const time = when.format(file.lastModified);
  const place = await placeNow();
  return place === undefined ? `${time} 位置没取到` : `${time} ${place}`;
}

function placeNow() {
  return new Promise((resolve) => {
    if (!('geolocation' in navigator)) return resolve(undefined);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve(`北纬${coords.latitude.toFixed(5)} 东经${coords.longitude.toFixed(5)}`),
      () => resolve(undefined),
      { timeout: PLACE_MS, maximumAge: 60_000, enableHighAccuracy: true },
    );
  });
}

/** Writes it along the lower edge, light on dark, as large as it can be read on the smaller photo. */
export function drawMark(context, { width, height }, words) {
  const size = Math.max(14, Math.round(width / 40));
  context.font = `${size}px sans-serif`;
  context.fillStyle = 'rgba(0, 0, 0, 0.55)';
  context.fillRect(0, height - size * 1.8, width, size * 1.8);
  context.fillStyle = '#fff';
  context.textBaseline = 'middle';
  context.fillText(words, size * 0.6, height - size * 0.9, width - size * 1.2);
}
