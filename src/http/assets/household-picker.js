import { element } from './element.js';

const byId = (id) => document.getElementById(id);

const states = (visit) => {
  if (visit === null) return '没开始';
  if (visit.status === 'returned') return '被退回';
  return visit.outcome === null ? '答了一半' : '还要再去';
};

/**
 * The households one may come to today, by group, with how far each is; what was typed narrows the list. Tapping one
 * begins it. They are those taken along, so the list is there without a network too.
 */
export function householdPicker({ households, begin }) {
  const all = households();
  byId('picker').hidden = all.length === 0;
  const search = byId('picker-search');
  const show = () => {
    const words = search.value.trim();
    const found = all.filter(({ household: { headName, group, code } }) =>
      [headName, group, code].some((text) => text.includes(words)),
    );
    byId('picker-list').replaceChildren(...lines(found, begin));
    byId('picker-count').textContent =
      `要去的${all.length}户${words === '' ? '' : `，找到${found.length}户`}`;
  };
  search.value = '';
  search.oninput = show;
  show();
}

function* lines(found, begin) {
  let before;
  for (const { household, visit } of found.toSorted((a, b) => byGroup(a, b))) {
    const place = `${household.villageName}${household.group}`;
    if (place !== before) yield element('p', { className: 'picker-group', text: place });
    before = place;
    const button = element('button', { type: 'button' }, [
      element('span', { className: 'name', text: household.headName }),
      element('span', { className: 'picker-state', text: states(visit) }),
    ]);
    button.addEventListener('click', () => begin(household));
    yield button;
  }
}

function byGroup({ household: a }, { household: b }) {
  const place = (h) => `${h.villageName}${h.group}`;
  return place(a).localeCompare(place(b), 'zh-CN', { numeric: true });
}
