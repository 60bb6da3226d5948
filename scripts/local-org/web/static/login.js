const error = document.querySelector('#login-error');
const form = document.querySelector('#login-form');

/** Opens a session and goes where the person wanted to go. */
async function logIn(username, password) {
  error.textContent = '';
  const response = await fetch('/local/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  if (response.ok) {
    window.location.assign(form.dataset.goal);
    return;
  }
  const body = await response.json();
  error.textContent = (Array.isArray(body) ? body[0] : body)?.message ?? 'The user name or the password is wrong.';
}

for (const button of document.querySelectorAll('button[data-username]')) {
  button.addEventListener('click', () => logIn(button.dataset.username, button.dataset.password));
}
form.addEventListener('submit', (event) => {
  event.preventDefault();
  logIn(form.elements.username.value, form.elements.password.value);
});
