import { element } from './message-view.js';

const byId = (id) => document.getElementById(id);

/** The list of chats behind the menu button. */
export function chatSheet({ conversations, current, open }) {
  const sheet = byId('sheet');
  const choose = (conversation) => {
    sheet.close();
    open(conversation.key);
  };
  byId('open-sheet').addEventListener('click', () => {
    const lines = [...conversations.values()].map((one) => line(one, one === current(), () => choose(one)));
    byId('chats').replaceChildren(...lines);
    sheet.showModal();
  });
  sheet.addEventListener('click', (event) => {
    if (event.target === sheet) sheet.close();
  });
}

function line({ kind, name, unread }, isCurrent, choose) {
  const picture =
    kind === 'room' ? { className: 'avatar', text: '群' } : { className: 'avatar bot', text: '入' };
  const button = element('button', { type: 'button' }, [
    element('span', { ...picture, 'aria-hidden': 'true' }),
    element('span', { className: 'name', text: name }),
  ]);
  if (unread > 0) button.append(element('span', { className: 'badge', text: String(unread) }));
  if (isCurrent) button.setAttribute('aria-current', 'true');
  button.addEventListener('click', choose);
  return button;
}
