// The forms on the page of one settlement.
import { commanding, fields, whole } from './command.js';

const id = document.getElementById('settlement').dataset.id;

function returned(form) {
  const group = form.querySelector('fieldset[data-shipment]:enabled');
  const lines = [...(group?.querySelectorAll('input') ?? [])]
    .map((it) => ({ field: it, amount: whole(it.value, Number(it.dataset.scale)) }))
    .filter((it) => it.amount > 0)
    .map(({ field, amount }) => ({
      shipment: group.dataset.shipment,
      lot: field.dataset.lot,
      quantity: { amount, unit: field.dataset.unit },
    }));
  if (lines.length === 0) {
    throw new Error(form.dataset.nothing);
  }
  return { lines, reason: form.elements.reason.value };
}

for (const form of document.querySelectorAll('form[data-command]')) {
  const path = `/api/settlements/${id}/${form.dataset.command}`;
  commanding(form, path, form.dataset.build ? returned : fields, () => location.assign(location.pathname));
}

const shipments = document.querySelector('[data-shipments]');

/** Only what belongs to the chosen shipment is shown, and sent. */
function choose() {
  for (const group of document.querySelectorAll('fieldset[data-shipment]')) {
    group.hidden = group.disabled = group.dataset.shipment !== shipments.value;
  }
}

if (shipments) {
  shipments.addEventListener('change', choose);
  choose(); // a reload may keep the choice
}
