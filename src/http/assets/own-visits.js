import { element } from './element.js';

const byId = (id) => document.getElementById(id);

/** The parts of the list, in their order: what belongs into each, and what stands beside a name there. */
const parts = [
  {
    name: '没办完',
    holds: ({ submittedOn }) => submittedOn === null,
    says: ({ status, outcome }) =>
      status === 'returned' ? '被退回' : outcome === null ? '答了一半' : '还要再去',
  },
  { name: '今天交的', holds: ({ submittedOn }, today) => submittedOn === today, says: handedIn },
  {
    name: '以前交的',
    holds: ({ submittedOn }, today) => submittedOn !== null && submittedOn < today,
    says: (visit) => `${dayOf(visit.submittedOn)} ${handedIn(visit)}`,
  },
];

function handedIn({ status }) {
  return status === 'verified' ? '已审核' : '已提交';
}

function dayOf(date) {
  const [, month, day] = date.split('-').map(Number);
  return `${month}月${day}日`;
}

/**
 * What one has visited: not finished, handed in today, handed in before. Tapping one opens it again. Read anew each
 * time the list is shown; without a network it is the one that was shown last.
 */
export async function ownVisitsList({ vault, begin }) {
  const kept = await vault.get('visits');
  if (kept !== undefined) show(kept, begin);
  try {
    const response = await fetch('/chat/visits');
    if (!response.ok) return;
    const read = await response.json();
    show(read, begin);
    await vault.put('visits', read);
  } catch {
    // No network: what was shown last has to do.
  }
}

function show({ today, visits }, begin) {
  byId('visits').hidden = visits.length === 0;
  const lines = parts.flatMap(({ name, holds, says }) => {
    const found = visits.filter((visit) => holds(visit, today));
    if (found.length === 0) return [];
    const head = element('p', { className: 'picker-group', text: `${name} ${found.length}户` });
    return [head, ...found.map((visit) => line(visit, says(visit), begin))];
  });
  const open = visits.filter((visit) => parts[0].holds(visit)).length;
  byId('visits-count').textContent = `我的走访${open === 0 ? '' : `（${open}户没办完）`}`;
  byId('visits-list').replaceChildren(...lines);
}

function line(visit, state, begin) {
  const button = element('button', { type: 'button' }, [
    element('span', { className: 'name', text: `${visit.headName} ${visit.villageName}${visit.group}` }),
    element('span', { className: 'picker-state', text: state }),
  ]);
  button.addEventListener('click', () => begin(visit));
  return button;
}
