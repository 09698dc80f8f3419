// Both ends counted in elements: whole numbers, or there is no such view.
const elementCount = (byteLength, elementSize, byteOffset) => {
  const first = byteOffset / elementSize;
  const end = byteLength / elementSize;
  const fits = Number.isInteger(first) && Number.isInteger(end) && first <= end;
  return fits ? end - first : null;
};
