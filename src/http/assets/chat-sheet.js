import { element } from './element.js';
import { householdPicker } from './household-picker.js';
import { ownVisitsList } from './own-visits.js';
import { markButton } from './photo-mark.js';

const byId = (id) => document.getElementById(id);

const sizes = [
  ['', '标准字'],
  ['big', '大字'],
  ['huge', '特大字'],
];

/** How large letters are, chosen here and kept on this device. */
function sizeButtons() {
  const root = document.documentElement;
  const buttons = sizes.map(([size, text]) => {
    const button = element('button', { className: 'size', type: 'button', text });
    button.addEventListener('click', () => {
      root.classList.remove('big', 'huge');
      if (size !== '') root.classList.add(size);
      try {
        localStorage.setItem('ruhu-font', size);
      } catch {
        // Storage is switched off: it holds until the page is closed.
      }
      mark();
    });
    return button;
  });
  const mark = () =>
    sizes.forEach(([size], i) => {
      const isOn = size === '' ? !root.matches('.big, .huge') : root.classList.contains(size);
      buttons[i].setAttribute('aria-pressed', String(isOn));
    });
  mark();
  byId('sizes').replaceChildren(...buttons);
}

/** The list of chats behind the menu button. */
export function chatSheet({ conversations, current, open, households, vault, begin }) {
  const sheet = byId('sheet');
  markButton(byId('photo-mark'));
  const choose = (conversation) => {
    sheet.close();
    open(conversation.key);
  };
  const chooseHousehold = (household) => {
    sheet.close();
    begin(household);
  };
  byId('open-sheet').addEventListener('click', () => {
    const lines = [...conversations.values()].map((one) => line(one, one === current(), () => choose(one)));
    byId('chats').replaceChildren(...lines);
    sizeButtons();
    householdPicker({ households, begin: chooseHousehold });
    void ownVisitsList({ vault, begin: chooseHousehold });
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
