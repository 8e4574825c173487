// Fulfilled when every change that has an end has come to it, since half-way no colour is right, and when what the
// page says is also drawn.
const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))));
const rest = Promise.allSettled(
  document
    .getAnimations()
    .filter((change) => change.effect.getComputedTiming().endTime < Infinity)
    .map((change) => change.finished),
).then(drawn);
