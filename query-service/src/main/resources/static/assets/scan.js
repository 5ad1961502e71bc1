// 扫码收货: four ways to the same question, what this code leads to: camera, photo, keyboard, and scanners that type.
// Texts come with the page: data-* of #scan-texts.
import { post, send, Refusal } from './frame.js';

const texts = document.getElementById('scan-texts').dataset;
const page = document.getElementById('scan');
const problem = page.querySelector('[data-problem]');
const status = page.querySelector('[data-status]');
const field = page.querySelector('#code');
const view = page.querySelector('[data-view]');
const video = page.querySelector('[data-video]');
const start = page.querySelector('[data-camera]');
const halt = page.querySelector('[data-stop]');
const torch = page.querySelector('[data-torch]');

const LOOK_MS = 150;
const FRAME_MS = 700;
const FRAME_WIDTH = 960;
const PAUSE_AFTER_MS = 3 * 60_000;
const SAME_AGAIN_MS = 3_000;
const PHOTO_SIDE = 2_048;
const PHOTO_BYTES = 4 * 1_048_576;

let busy = false;

function tell(text) {
  problem.hidden = true;
  status.textContent = text;
}

function complain(text) {
  status.textContent = '';
  problem.textContent = text;
  problem.hidden = false;
}

/** Whatever was thrown that is no refusal came of the network. */
function words(failure) {
  return failure instanceof Refusal ? failure.message : texts.lost;
}

function go(way) {
  stop();
  tell(texts.found.replace('{0}', way.code));
  if (navigator.userActivation?.hasBeenActive) {
    navigator.vibrate?.(80);
  }
  if (way.address.split('#')[0] === location.pathname + location.search) {
    location.reload();
  } else {
    location.assign(way.address);
  }
}

/** Asks where a text leads, one at a time. The server alone judges it: an address is never followed as it is. */
async function scanned(text) {
  if (busy || !text.trim()) {
    return;
  }
  busy = true;
  tell(texts.reading);
  try {
    go(await send('/scan/code', { text }));
  } catch (failure) {
    complain(words(failure));
  } finally {
    busy = false;
  }
}

async function sendPhoto(blob, query = '') {
  const answer = await post('/scan/photo' + query, blob, { 'Content-Type': blob.type });
  if (answer.status === 204) {
    return null;
  }
  const json = await answer.json();
  if (!answer.ok) {
    throw Object.assign(new Refusal(json), { status: answer.status, seconds: Number(answer.headers.get('Retry-After')) });
  }
  return json;
}

/* Typed, or by a scanner that types into the field. */

page.querySelector('[data-typed]').addEventListener('submit', (event) => {
  event.preventDefault();
  scanned(field.value);
  field.select();
});

/* By a scanner that types while something else has the focus: no person is that fast. */

const FASTEST_PERSON_MS = 60;
const SHORTEST = 4;
let burst = '';
let last = 0;

addEventListener('keydown', (event) => {
  const fast = event.timeStamp - last < FASTEST_PERSON_MS;
  last = event.timeStamp;
  if (event.ctrlKey || event.metaKey || event.altKey) {
    burst = '';
  } else if (event.key === 'Enter') {
    const text = fast ? burst : '';
    burst = '';
    if (text.length >= SHORTEST) {
      event.preventDefault();
      event.stopPropagation();
      field.value = text;
      scanned(text);
    }
  } else if (event.key.length === 1) {
    burst = fast ? burst + event.key : event.key;
    if (burst.length > 1 && !(event.target instanceof HTMLInputElement)) {
      event.preventDefault(); // else a browser may search, or press what has the focus
    }
  }
}, { capture: true });

/* By a photo: made small here, so that it goes through a weak network and whatever format the camera has. */

async function detector() {
  try {
    const formats = await window.BarcodeDetector?.getSupportedFormats();
    return formats?.includes('qr_code') ? new BarcodeDetector({ formats: ['qr_code'] }) : null;
  } catch {
    return null; // the server looks in its place
  }
}

async function text(finder, picture) {
  try {
    return (await finder?.detect(picture))?.[0]?.rawValue ?? null;
  } catch {
    return null; // not ready, or not able after all
  }
}

function drawn(picture, width, height, most) {
  const scale = Math.min(1, most / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.85));
}

/** As it is where this browser cannot open it. */
async function small(file, picture) {
  const blob = picture ? await drawn(picture, picture.width, picture.height, PHOTO_SIDE) : file;
  if (blob.size > PHOTO_BYTES) {
    throw Object.assign(new Error(texts.large), { told: true });
  }
  if (!/^image\/(jpeg|png)$/.test(blob.type)) {
    throw Object.assign(new Error(texts.nophoto), { told: true });
  }
  return blob;
}

page.querySelector('[data-photo]').addEventListener('change', async (event) => {
  const file = event.target.files[0];
  event.target.value = ''; // the same one may be chosen again
  if (!file || busy) {
    return;
  }
  busy = true;
  tell(texts.reading);
  try {
    const picture = await createImageBitmap(file).catch(() => null);
    const found = picture && await text(await detector(), picture);
    go(found ? await send('/scan/code', { text: found }) : await sendPhoto(await small(file, picture)));
  } catch (failure) {
    complain(failure.told ? failure.message : words(failure));
  } finally {
    busy = false;
  }
});

/* By the camera. */

let stream = null;

function stop() {
  stream?.getTracks().forEach((it) => it.stop());
  stream = null;
  video.srcObject = null;
  view.hidden = halt.hidden = torch.hidden = true;
  torch.setAttribute('aria-pressed', 'false');
  start.hidden = false;
}

function why(failure) {
  switch (failure.name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return texts.denied;
    case 'NotFoundError':
    case 'OverconstrainedError':
      return texts.missing;
    case 'NotReadableError':
    case 'AbortError':
      return texts.busy;
    default:
      return texts.broken;
  }
}

async function open() {
  start.hidden = true;
  tell('');
  let opened = null;
  try {
    opened = await navigator.mediaDevices.getUserMedia({
      video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 960 } },
      audio: false,
    });
    if (document.hidden) {
      throw new DOMException('left meanwhile', 'AbortError');
    }
    stream = opened;
    show(opened);
    await video.play();
    await look(opened);
  } catch (failure) {
    if (stream === opened) { // not where it was stopped on purpose meanwhile
      opened?.getTracks().forEach((it) => it.stop());
      stop();
      complain(why(failure));
      field.focus();
    }
  }
}

function show(opened) {
  const track = opened.getVideoTracks()[0];
  track.addEventListener('ended', () => {
    if (stream === opened) {
      stop();
      complain(texts.ended);
    }
  });
  video.srcObject = opened;
  view.hidden = halt.hidden = false;
  torch.hidden = !track.getCapabilities?.().torch;
  tell(texts.looking);
  view.scrollIntoView({ block: 'nearest' });
}

const wait = (millis) => new Promise((done) => setTimeout(done, millis));

/** Until something is found, the camera is stopped, or nobody has found anything for minutes. */
async function look(opened) {
  const finder = await detector();
  const until = Date.now() + PAUSE_AFTER_MS;
  const seen = { text: null, at: 0 };
  while (stream === opened && Date.now() < until) {
    const pause = finder ? await glance(finder, seen) : await frame();
    await wait(pause);
  }
  if (stream === opened) {
    stop();
    tell(texts.paused);
  }
}

/** What is no code of ours stays in view for a while: it is asked about once. */
async function glance(finder, seen) {
  const found = busy ? null : await text(finder, video);
  if (found && (found !== seen.text || Date.now() - seen.at > SAME_AGAIN_MS)) {
    await scanned(found);
    Object.assign(seen, { text: found, at: Date.now() });
  }
  return LOOK_MS;
}

/** @returns how long to wait until the next, in milliseconds */
async function frame() {
  if (busy || video.videoWidth === 0) {
    return LOOK_MS;
  }
  try {
    const picture = await drawn(video, video.videoWidth, video.videoHeight, FRAME_WIDTH);
    const way = await sendPhoto(picture, '?frame');
    if (way && stream) {
      go(way);
    }
    return FRAME_MS;
  } catch (failure) {
    complain(words(failure));
    if (failure.status === 401 || failure.status === 403 && failure.rule !== 'ANOTHER_ORGANISATION') {
      stop();
    }
    return failure.seconds ? failure.seconds * 1_000 : SAME_AGAIN_MS;
  }
}

start.addEventListener('click', open);
halt.addEventListener('click', () => {
  stop();
  tell('');
  start.focus();
});
torch.addEventListener('click', async () => {
  const on = torch.getAttribute('aria-pressed') !== 'true';
  try {
    await stream?.getVideoTracks()[0].applyConstraints({ advanced: [{ torch: on }] });
    torch.setAttribute('aria-pressed', on);
  } catch {
    torch.hidden = true; // it said that it had one
  }
});
addEventListener('pagehide', stop);
document.addEventListener('visibilitychange', () => document.hidden && stop());

/* What is at hand here. */

async function begin() {
  if (page.dataset.code) {
    field.value = page.dataset.code;
    await scanned(page.dataset.code);
    return;
  }
  field.focus({ preventScroll: true });
  if (!window.isSecureContext || !navigator.mediaDevices?.getUserMedia) {
    page.querySelector('[data-insecure]').hidden = window.isSecureContext;
    start.disabled = true;
    start.hidden = true;
    if (window.isSecureContext) {
      complain(texts.missing);
    }
    return;
  }
  const camera = await navigator.permissions?.query({ name: 'camera' }).catch(() => null);
  if (camera?.state === 'granted') {
    await open();
  }
}

begin();
