
'use strict';
(() => {
  const tip = document.getElementById('tip');
  const pitch = 13, left = 26, top = 17;
  const day = 86400000;

  // A button beside each command. Opened from disk a page may not reach the clipboard: then the command is selected.
  for (const code of document.querySelectorAll('.command code')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Copy';
    button.setAttribute('aria-label', 'Copy the command');
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(code.textContent);
        button.textContent = 'Copied';
      } catch (refused) {
        getSelection().selectAllChildren(code);
        button.textContent = 'Selected';
      }
      setTimeout(() => { button.textContent = 'Copy'; }, 2000);
    });
    code.after(button);
  }

  // What a picture says of a day is read from the table below it.
  const texts = new Map();
  const textsOf = (year) => {
    if (!texts.has(year)) {
      const rows = new Map();
      const heads = [...year.querySelectorAll('.days thead th')].map((head) => head.textContent);
      for (const row of year.querySelectorAll('.days tbody tr')) {
        const cells = [...row.cells].map((cell) => cell.textContent.trim());
        const numbers = heads.slice(2).map((head, at) => head + ': ' + cells[at + 2]);
        rows.set(cells[0], cells[0] + ', ' + cells[1] + '\n' + numbers.join('\n'));
      }
      texts.set(year, rows);
    }
    return texts.get(year);
  };

  const hide = () => {
    tip.hidden = true;
    document.querySelectorAll('.cursor').forEach((cursor) => cursor.remove());
  };

  const show = (picture, date) => {
    hide();
    const text = textsOf(picture.closest('.year')).get(date);
    if (!text) { return; }
    const offset = Math.round((Date.parse(date) - Date.parse(picture.dataset.origin)) / day);
    const x = left + Math.floor(offset / 7) * pitch, y = top + (offset % 7) * pitch;
    const cursor = document.createElementNS(picture.namespaceURI, 'path');
    cursor.setAttribute('class', 'cursor');
    cursor.setAttribute('d', 'M' + x + ' ' + y + 'h' + pitch + 'v' + pitch + 'h-' + pitch + 'z');
    picture.append(cursor);
    tip.textContent = text;
    tip.hidden = false;
    const box = cursor.getBoundingClientRect();
    const wide = document.documentElement.clientWidth;
    const at = Math.min(Math.max(8, box.left - 40), wide - tip.offsetWidth - 8);
    tip.style.left = at + scrollX + 'px';
    const below = box.bottom + 8 + tip.offsetHeight < innerHeight;
    tip.style.top = (below ? box.bottom + 8 : box.top - 8 - tip.offsetHeight) + scrollY + 'px';
  };

  const iso = (time) => new Date(time).toISOString().slice(0, 10);

  for (const picture of document.querySelectorAll('svg.weeks')) {
    const first = Date.parse(picture.dataset.first), last = Date.parse(picture.dataset.last);
    const dateAt = (event) => {
      const box = picture.getBoundingClientRect();
      const scale = picture.viewBox.baseVal.width / box.width;
      const week = Math.floor(((event.clientX - box.left) * scale - left) / pitch);
      const weekday = Math.floor(((event.clientY - box.top) * scale - top) / pitch);
      const time = Date.parse(picture.dataset.origin) + (week * 7 + weekday) * day;
      return week < 0 || weekday < 0 || weekday > 6 || time < first || time > last ? null : time;
    };
    let chosen = last;
    const point = (event) => {
      const time = dateAt(event);
      if (time === null) { hide(); } else { chosen = time; show(picture, iso(time)); }
    };
    picture.addEventListener('pointermove', point);
    picture.addEventListener('pointerdown', point);
    picture.addEventListener('pointerleave', hide);
    picture.setAttribute('tabindex', '0');
    picture.addEventListener('focus', () => { if (picture.matches(':focus-visible')) { show(picture, iso(chosen)); } });
    picture.addEventListener('blur', hide);
    picture.addEventListener('keydown', (event) => {
      const steps = { ArrowLeft: -7, ArrowRight: 7, ArrowUp: -1, ArrowDown: 1 };
      if (event.key === 'Escape') { hide(); return; }
      if (event.key === 'Home') { chosen = first; }
      else if (event.key === 'End') { chosen = last; }
      else if (event.key in steps) { chosen = Math.min(last, Math.max(first, chosen + steps[event.key] * day)); }
      else { return; }
      event.preventDefault();
      show(picture, iso(chosen));
    });
  }
})();
