// Holding and releasing one lot.
import { commanding, fields } from './command.js';

const id = document.getElementById('lot').dataset.id;

for (const form of document.querySelectorAll('form[data-command]')) {
  commanding(form, `/api/lots/${id}/${form.dataset.command}`, fields, () => location.assign(location.pathname));
}
