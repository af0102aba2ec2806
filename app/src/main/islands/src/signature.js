// <div data-island="signature" data-label="…" data-text-clear="…"><input type="hidden" name="signature"></div>
// A field to sign in with a finger, a mouse or a pen pad. Who cannot or will not draws nothing: the page has a box for paper.
const WIDTH = 720;
const HEIGHT = 220;

function start(host) {
  const store = host.querySelector('input[name="signature"]');
  const onPaper = host.closest('form')?.elements.signedOnPaper;
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  canvas.className = 'signature-pad';
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', host.dataset.label ?? '');
  const clear = document.createElement('button');
  clear.type = 'button';
  clear.className = 'btn btn-quiet btn-sm';
  clear.textContent = host.dataset.textClear ?? '';
  host.append(canvas, clear);

  const pen = canvas.getContext('2d');
  const wipe = () => {
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, WIDTH, HEIGHT);
  };
  const at = (event) => {
    const box = canvas.getBoundingClientRect();
    return [((event.clientX - box.left) * WIDTH) / box.width, ((event.clientY - box.top) * HEIGHT) / box.height];
  };
  const keep = () => {
    store.value = canvas.toDataURL('image/png');
    if (onPaper) onPaper.checked = false;
  };

  wipe();
  pen.lineWidth = 3;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.strokeStyle = '#111';
  if (store.value.startsWith('data:image/png;base64,')) {
    const drawn = new Image();
    drawn.onload = () => pen.drawImage(drawn, 0, 0, WIDTH, HEIGHT);
    drawn.src = store.value;
  }

  let drawing = false;
  canvas.addEventListener('pointerdown', (event) => {
    drawing = true;
    canvas.setPointerCapture(event.pointerId);
    pen.beginPath();
    pen.moveTo(...at(event));
  });
  canvas.addEventListener('pointermove', (event) => {
    if (!drawing) return;
    pen.lineTo(...at(event));
    pen.stroke();
  });
  for (const end of ['pointerup', 'pointercancel']) {
    canvas.addEventListener(end, () => {
      if (drawing) keep();
      drawing = false;
    });
  }
  clear.addEventListener('click', () => {
    wipe();
    store.value = '';
  });
  host.dataset.ready = 'yes';
}

document.querySelectorAll('[data-island="signature"]').forEach(start);
