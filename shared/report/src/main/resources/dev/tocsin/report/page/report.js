(() => {
  'use strict';
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const cards = all('.card');
  const accounts = all('details.account');
  const tiles = all('.tile');
  const choices = all('.choice');
  const severity = document.getElementById('severity');
  const search = document.getElementById('search');
  const shown = document.getElementById('shown');
  let outcome = '';

  // What a search looks through: what is to be seen of a control before its record and settings.
  const wordsOf = new Map();
  const words = card => {
    if (!wordsOf.has(card)) {
      const account = card.closest('.account').dataset.account;
      const texts = all('.name, .tag, .chain span, .finding', card)
        .map(one => `${one.textContent} ${one.title}`);
      wordsOf.set(card, [account, card.id, ...texts].join(' ').toLowerCase());
    }
    return wordsOf.get(card);
  };

  const filter = () => {
    const asked = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const card of cards) {
      const fits = (!outcome || card.dataset.outcome === outcome)
        && (!severity.value || card.dataset.severity === severity.value)
        && asked.every(word => words(card).includes(word));
      card.hidden = !fits;
      count += fits ? 1 : 0;
    }
    const filtered = outcome || severity.value || asked.length > 0;
    for (const account of accounts) {
      const some = all('.card', account).some(card => !card.hidden);
      account.hidden = !some;
      const tile = tiles.find(one => one.dataset.account === account.id);
      if (tile) tile.classList.toggle('dim', !some);
      if (filtered && some && asked.length > 0) account.open = true;
    }
    shown.textContent = filtered ? `${count} of ${cards.length} shown` : `${cards.length} ${cards.length === 1 ? 'control' : 'controls'}`;
  };

  for (const choice of choices) {
    choice.addEventListener('click', () => {
      outcome = choice.dataset.outcome;
      for (const one of choices) one.setAttribute('aria-pressed', String(one === choice));
      filter();
    });
  }
  severity.addEventListener('change', filter);
  search.addEventListener('input', filter);
  document.getElementById('filters').hidden = false;
  filter();

  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target) return;
    for (let one = target; one; one = one.parentElement) {
      one.hidden = false;
      if (one.tagName === 'DETAILS') one.open = true;
    }
    target.scrollIntoView();
  };
  window.addEventListener('hashchange', reveal);
  reveal();
  if (!location.hash && accounts.length === 0) {
    const first = cards.find(card => card.dataset.outcome === 'NON_COMPLIANT');
    if (first) first.open = true;
  }

  // A few accounts are printed whole. Of many, each with hundreds of records, what somebody has to act on.
  const FEW = 9;
  const onPaper = one => accounts.length <= FEW || one.matches('.account')
    || (one.matches('.card') && one.dataset.outcome !== 'COMPLIANT');
  let closed = [];
  window.addEventListener('beforeprint', () => {
    closed = all('details:not([open])').filter(onPaper);
    for (const one of closed) one.open = true;
  });
  window.addEventListener('afterprint', () => {
    for (const one of closed) one.open = false;
  });

  const root = document.documentElement;
  const theme = document.getElementById('theme');
  const dark = () => root.dataset.theme
    ? root.dataset.theme === 'dark'
    : window.matchMedia('(prefers-color-scheme: dark)').matches;
  const name = () => { theme.textContent = dark() ? 'Light' : 'Dark'; };
  theme.addEventListener('click', () => {
    root.dataset.theme = dark() ? 'light' : 'dark';
    name();
  });
  theme.hidden = false;
  name();
})();
