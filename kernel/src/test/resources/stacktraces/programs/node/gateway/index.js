exports.charge = function charge(cents, onRefused) {
  if (cents < 0) onRefused(cents);
};
