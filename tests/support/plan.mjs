// A plan small enough to be worked out by hand. Every call gives a fresh one.
export const plan = () => ({
  version: 1,
  title: 'A small plan',
  owners: [{ id: 'ana', name: 'Ana Ruiz', team: 'Service' }],
  mission: { id: 'mission', title: 'Help everyone', owners: [{ owner: 'ana' }] },
  goals: [
    {
      id: 'quick',
      title: 'Quick help',
      owners: [{ owner: 'ana' }],
      start: '2026-01-01',
      due: '2026-12-31',
      serves: [{ to: 'mission' }],
      kpis: [
        {
          id: 'reply',
          title: 'First reply',
          unit: 'h',
          baseline: 10,
          target: 2,
          interval: 'month',
          values: [
            { at: '2026-09-30', value: 8 },
            { at: '2026-10-31', value: 6 },
          ],
        },
      ],
    },
  ],
  strategies: [
    {
      id: 'sort',
      title: 'Sort at the door',
      owners: [{ owner: 'ana' }],
      serves: [{ to: 'quick' }],
      kpis: [
        {
          id: 'resolution',
          title: 'Time to resolution',
          unit: 'h',
          baseline: 8,
          target: 4,
          interval: 'month',
          measure: { source: 'cases', measure: 'resolution', variant: 'mean' },
        },
      ],
    },
  ],
  actions: [
    {
      id: 'route',
      title: 'Route by topic',
      serves: [{ to: 'sort' }],
      start: '2026-01-01',
      due: '2026-12-31',
      progress: 0.4,
    },
    { id: 'pilot', title: 'Robot pilot' },
  ],
});
