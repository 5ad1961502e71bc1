// What households are looked at for: kept until the browser is closed, or until it is ended; every page is written down.
const NAME = 'linxi-purpose=';

function keep(text) {
  document.cookie = NAME + encodeURIComponent(text) + '; path=/; samesite=strict' + (text ? '' : '; max-age=0');
}

const form = document.querySelector('[data-purpose]');
form?.addEventListener('submit', (event) => {
  event.preventDefault();
  const text = form.elements.purpose.value.trim();
  form.querySelector('[data-problem]').hidden = text.length >= 5;
  if (text.length >= 5) {
    keep(text);
    location.reload();
  }
});

document.querySelector('[data-purpose-end]')?.addEventListener('click', () => {
  keep('');
  location.assign('/households'); // an address with a key in it would lead nowhere now
});
