// Whoever comes back from recording a lot has it chosen already: #lot=<id> after the address.
const wanted = new URLSearchParams(location.hash.slice(1)).get('lot');
const lot = [...document.querySelectorAll('[name=lot]')].find((it) => it.value === wanted);
if (lot) {
  const product = lot.closest('[data-product]').dataset.product;
  [...document.querySelectorAll('[name=product]')].find((it) => it.value === product).click();
  lot.checked = true;
  lot.dispatchEvent(new Event('change', { bubbles: true }));
}
