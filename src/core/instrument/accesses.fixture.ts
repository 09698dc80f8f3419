/**
 * Programs about elements, in both goals. Each is the body of a function whose result is reported. Every repair of the
 * recording adds one here.
 */
import type { Goal } from '../trace/run';
import type { ProgramCase } from './programs.fixture';

const caseOf = (name: string, goal: Goal, source: string): ProgramCase => ({ name, goal, source });

const module = (name: string, body: string): readonly ProgramCase[] => [
  caseOf(name, 'module', `log(await (async () => {\n${body}\n})())`),
];
const script = (name: string, body: string): readonly ProgramCase[] => [
  caseOf(`${name} (sloppy)`, 'script', `log((function () {\n${body}\n})())`),
];
const both = (name: string, body: string): readonly ProgramCase[] => [
  ...module(name, body),
  ...script(name, body),
];
/** At the program's own top level, where there is no function around. */
const top = (name: string, body: string): readonly ProgramCase[] => [
  caseOf(`${name} (top level)`, 'module', body),
  caseOf(`${name} (top level, sloppy)`, 'script', `{\n${body}\n}`),
];

export const ACCESS_PROGRAMS: readonly ProgramCase[] = [
  both(
    'identity of views and buffers',
    'const a=new Uint8Array(4); const m=new Map([[a,1]]); const o={a}; return [a===o.a, m.get(o.a), [a].includes(a), Object.is(a,a), new Set([a,o.a]).size, a.buffer===a.buffer, new Uint8Array(a.buffer).buffer===a.buffer]',
  ),
  both(
    'what kind of object a view is',
    'const a=new Uint8Array(4); return [a instanceof Uint8Array, a.constructor===Uint8Array, Object.getPrototypeOf(a)===Uint8Array.prototype, ArrayBuffer.isView(a), Object.prototype.toString.call(a), Array.isArray(a), a[Symbol.toStringTag]]',
  ),
  both(
    'spread and reads of a whole view',
    'const a=new Uint8Array([3,1,2]); return [[...a], Array.from(a), Math.max(...a), a.join(), String(a), JSON.stringify(a), Object.keys(a), Object.entries(a).length, [].concat(a).length]',
  ),
  both(
    'structuredClone',
    'const a=new Uint8Array([1,2,3]); const b=structuredClone(a); b[0]=9; return [b.constructor.name,[...b],[...a]]',
  ),
  both(
    'structuredClone that transfers',
    'const a=new Uint8Array([1,2,3]); const b=structuredClone(a,{transfer:[a.buffer]}); return [a.length,b.length,[...b]]',
  ),
  both(
    'encodeInto',
    "const a=new Uint8Array(8); const r=new TextEncoder().encodeInto('héy',a); return [r.read,r.written,[...a]]",
  ),
  both(
    'DataView in both byte orders',
    'const b=new ArrayBuffer(16); const v=new DataView(b,2); v.setUint16(0,0xABCD); v.setFloat32(4,1.5,true); v.setBigInt64(6,-3n); const u=new Uint8Array(b); u[2]^=1; return [v.getUint16(0),v.getFloat32(4,true),String(v.getBigInt64(6)),[...u]]',
  ),
  both(
    'DataView calls that throw or convert',
    "const v=new DataView(new ArrayBuffer(8)); const r=[]; for(const f of [()=>v.setUint8(8,1),()=>v.getUint8(-1),()=>v.setUint8(),()=>v.setInt16('2',513),()=>v.setUint8({valueOf(){return 5}},6),()=>v.getUint16(1.9)]) try{ r.push(f()) }catch(e){ r.push(e.constructor.name+e.message) } return [r,[...new Uint8Array(v.buffer)]]",
  ),
  both(
    'subarrays and bulk writes',
    'const a=new Uint8Array(8); const s=a.subarray(2,6); s[0]=1; s.set([5,6],1); a.fill(9,6); s.reverse(); a.copyWithin(0,2,6); const w=new Uint16Array(a.buffer,2,2); w[0]=0x1234; return [[...a],[...s],[...w]]',
  ),
  both(
    'methods of typed arrays',
    'const a=new Int16Array([5,3,9,1]); a.sort(); a.sort((x,y)=>y-x); const b=a.slice(1,3); b[0]=77; const c=a.with(0,8); const d=a.toSorted(); return [[...a],[...b],[...c],[...d],[...a.map(x=>x*2)]]',
  ),
  both(
    'methods that were taken from their prototype',
    'const a=new Uint8Array(4); const {fill,set}=Uint8Array.prototype; fill.call(a,3); Reflect.apply(set,a,[[1,2]]); Uint8Array.prototype.copyWithin.call(a,2,0); const f=a.fill.bind(a); f(8,3); return [...a]',
  ),
  both(
    'Reflect.set, assign and defineProperty',
    "const a=new Uint8Array(4); Reflect.set(a,'1',7); Object.assign(a,[9]); Object.defineProperty(a,2,{value:5,writable:true,enumerable:true,configurable:true}); return [...a]",
  ),
  both(
    'array methods called on a view',
    'const a=new Uint8Array([3,1,2]); Array.prototype.sort.call(a); Array.prototype.reverse.call(a); Array.prototype.fill.call(a,4,2); return [...a]',
  ),
  both(
    'compound assignment, and what each gives',
    'const a=new Int8Array([1,2,3,4]); let i=0; const r=[]; r.push(a[i++]+=10); r.push(a[i++]++, --a[i], a[i]**=2, a[3]<<=6, a[3]>>>=1); a[i++]=a[i]=i; r.push(i); return [r,[...a]]',
  ),
  both(
    'logical assignment',
    'const a=new Uint8Array([0,5]); const o={x:[null,1]}; const r=[a[0]||=3,a[1]&&=0,a[1]??=9,o.x[0]??=4,o.x[1]??=8,a[7]??=1]; return [r,[...a],o,a[7]]',
  ),
  both(
    'the order of evaluation',
    "const log=[]; const t=(n,v)=>(log.push(n),v); const a=new Uint8Array(4); t('o',a)[t('k',1)]=t('v',5); t('o2',a)[t('k2',1)]+=t('v2',6); let b=a,i=0; b[i]=(b=null,i=2,7); return [log,[...a],i]",
  ),
  both(
    'a key is converted once',
    "let n=0; const k={toString(){n++;return '1'}}; const a=new Uint8Array(3); a[k]=5; a[k]+=1; a[k]++; const x=a[k]; return [n,[...a],x]",
  ),
  both(
    'a value is converted once',
    'let n=0; const a=new Uint8Array(3); const v={valueOf(){n++;return 300}}; const r=a[0]=v; return [r===v,n,[...a]]',
  ),
  both(
    'destructuring into elements',
    'const a=new Uint8Array([1,2,3,4]); [a[0],a[1]]=[a[1],a[0]]; ({x:a[2]}={x:9}); [a[3]=7]=[]; for(a[0] of [4,5,6]); for(a[1] in {12:1}); return [...a]',
  ),
  both(
    'elements swapped by destructuring',
    'const a=new Uint8Array(16).map((_, i)=>i); let s=1; for(let i=a.length-1;i>0;i--){ s=(s*1103515245+12345)>>>0; const j=s%(i+1); [a[i],a[j]]=[a[j],a[i]] } return [...a]',
  ),
  both(
    'elements that are called',
    "const fns=[function(){return this===fns}]; const o={m(){return this===o}}; const k='m'; return [fns[0](), o[k](), o?.[k](), o[k]?.(), fns?.[0]?.()]",
  ),
  both(
    'elements behind optional links',
    'const u=undefined,n=null; const o={a:[new Uint8Array([4])]}; return [u?.[0], u?.[0][1][2], o?.a[0][0], o.a?.[0]?.[0], n?.[f()], o.zz?.[0].q, delete o?.a[0], o.a.length]; function f(){throw 1}',
  ),
  script(
    'delete',
    "const a=new Uint8Array(2); const o={x:1}; const r=[delete o['x']]; try{ r.push((()=>{'use strict'; return delete a[5]})()) }catch(e){r.push(e.name)} return r",
  ),
  both(
    'keys that are no index',
    "const a=new Uint8Array(2); a[2]=1; a[-1]=2; a[1.5]=3; a['-0']=4; a['foo']=5; a['1']=6; return [[...a],a[2],a[-1],a[1.5],a.foo,Object.keys(a)]",
  ),
  module(
    'a store into a frozen object throws',
    "'use strict'; const o=Object.freeze([1]); try{ o[0]=2 }catch(e){ return e.constructor.name } return 'no'",
  ),
  script(
    'a store into a frozen object does nothing',
    'const o=Object.freeze([1]); o[0]=2; return o[0]',
  ),
  both(
    'elements of null and undefined',
    'const r=[]; try{ null[0]=1 }catch(e){ r.push(e.constructor.name) } try{ let q; q[0] }catch(e){ r.push(e.constructor.name,e.message) } try{ let q; q.z[1]=2 }catch(e){ r.push(e.message) } return r',
  ),
  both(
    'an element of a variable that is not there yet',
    'try{ z[0]=1; let z=[] }catch(e){ return e.constructor.name }',
  ),
  both(
    'getters and setters for elements',
    'let g=0; const o={get 0(){g++;return 1}, set 0(v){g+=10}}; o[0]; o[0]=1; o[0]+=1; o[0]++; return g',
  ),
  both(
    'proxies see each access once',
    "const log=[]; const p=new Proxy([],{get(t,k){log.push('g'+String(k));return t[k]},set(t,k,v){log.push('s'+String(k));t[k]=v;return true}}); p[0]=1; p[0]+=1; p[0]; [p[1]]=[3]; return log",
  ),
  both(
    'BigInt elements',
    'const a=new BigInt64Array(2); a[0]=-5n; a[1]=2n**63n; a[0]++; a[1]+=1n; const u=new BigUint64Array(a.buffer); return [...a,...u].map(String)',
  ),
  both(
    'floats',
    "const f=new Float32Array(4), d=new Float64Array(2); f[0]=0.1; f[1]=NaN; f[2]=-0; f[3]=Infinity; d[0]=1/3; d[1]=5e-324; const h=globalThis.Float16Array?new Float16Array(2):[0,0]; h[0]=1.337; return [[...f].map(x=>Object.is(x,-0)?'-0':String(x)),[...d],h[0]]",
  ),
  both(
    'clamped bytes',
    'const c=new Uint8ClampedArray(4); c[0]=300;c[1]=-5;c[2]=1.5;c[3]=2.5; return [...c]',
  ),
  both(
    'yield between object and value',
    'function* g(a){ for(let i=0;i<3;i++){ a[i]=yield a[i] } } const a=new Uint8Array(3); const it=g(a),it2=g(a); it.next(); it2.next(); it.next(5); it2.next(7); it.next(6); return [...a]',
  ),
  module(
    'await between object and value',
    'const a=new Uint8Array(4); const f=async(i)=>{ a[i]=await Promise.resolve(i+1); a[await i]+=await 1 }; await Promise.all([f(0),f(1),f(2)]); return [...a]',
  ),
  both(
    'recursion between object and value',
    'const a=new Uint8Array(16); const f=n=>{ if(n<0) return 0; a[n]=f(n-1)+1; return a[n] }; f(15); const g=n=>n?a[n]=g(n-1)+a[n]:0; g(15); return [...a]',
  ),
  both(
    'elements in classes',
    'class P{ #b=new Uint8Array(4); static T=new Uint8Array([1,2]); static{ P.T[0]=9 } x=P.T[1]; set(i,v){ this.#b[i]=v; return this.#b[i] } get sum(){ let s=0; for(let i=0;i<4;i++) s+=this.#b[i]; return s }  } ; const p=new P; p.set(1,5); return [p.sum,p.x,[...P.T]]',
  ),
  both(
    'a subclass of Uint8Array',
    'class V extends Uint8Array{ constructor(n){super(n); this[0]=1} static get [Symbol.species](){return Uint8Array} peek(i){return super.at(i)} } const v=new V(3); v[1]=2; const m=v.map(x=>x*2); return [[...v],m.constructor.name,v.peek(1),v.slice(1).constructor.name]',
  ),
  both(
    'elements in parameter defaults',
    'const t=new Uint8Array([7,8]); function f(a=t[0],{b=t[1]}={},[c=t[0]]=[]){ t[0]++; return [a,b,c] } return [f(),f(1)]',
  ),
  both(
    'elements in arrows without braces',
    'const a=new Uint8Array([1,2,3]); const r=[a.map(x=>a[x-1]), (i=>({v:a[i]}))(1), (i=>a[i]=9)(2), [0,1].map(i=>a[i]++)]; return [[...r[0]],r[1],r[2],r[3],[...a]]',
  ),
  both(
    'labels, and an element before while',
    'const a=new Uint8Array(9); outer: for(let i=0;i<3;i++) for(let j=0;j<3;j++){ if(j===2) continue outer; if(i===2) break outer; a[i*3+j]=1 } let k=0; do a[k]|=2; while(++k<3) return [...a]',
  ),
  both(
    'closures over a loop variable and an element',
    'const a=new Uint8Array(3); const fs=[]; for(let i=0;i<3;i++) fs.push(()=>a[i]=i+1); fs.forEach(f=>f()); return [...a]',
  ),
  both(
    'elements in switch',
    'const a=new Uint8Array([1,0]); switch(a[0]){ case 0: a[1]=1; break; case a[0]: a[1]=2; default: a[1]++ } return [...a]',
  ),
  both(
    'statements that end at a line break, with elements',
    'const a=new Uint8Array(2)\nlet i=0\na[0]=1\n;[1].forEach(x=>a[1]=x)\nlet b=a\n++i\nreturn [...b,i]',
  ),
  both(
    'comments around elements',
    'const a=new Uint8Array(2); a[0]=1 // c1\na[1]=2 /* [0]=3 */ // x\nconst f=x=>a[x] // tail\nreturn [f(0),f(1)]',
  ),
  both(
    'ArrayBuffer.slice',
    'const b=new ArrayBuffer(8); const c=b.slice(2,6); new Uint8Array(c)[0]=1; return [c.byteLength,b.byteLength]',
  ),
  both(
    'resizable buffers',
    'const b=new ArrayBuffer(4,{maxByteLength:8}); const u=new Uint8Array(b); u[0]=1; b.resize(8); u[7]=2; b.resize(2); const l=u.length; u[5]=1; b.resize(8); return [l,[...u]]',
  ),
  both(
    'ArrayBuffer.transfer',
    'const b=new ArrayBuffer(4); const u=new Uint8Array(b); u[0]=1; const c=b.transfer?b.transfer(8):b; const w=new Uint8Array(c); w[7]=3; u[0]=9; return [u.length,[...w]]',
  ),
  both(
    'Atomics',
    'const i=new Int32Array(new ArrayBuffer(16)); const r=[Atomics.store(i,0,5),Atomics.add(i,0,2),Atomics.exchange(i,1,9),Atomics.compareExchange(i,1,9,8),Atomics.load(i,0),Atomics.or(i,2,6)]; return [r,[...i]]',
  ),
  both(
    'SharedArrayBuffer',
    "if(typeof SharedArrayBuffer==='undefined') return 0; const i=new Int32Array(new SharedArrayBuffer(8)); i[0]=3; Atomics.add(i,1,2); return [...i]",
  ),
  both(
    'functions stored in elements get no name',
    "const o={}; o['k']=()=>{}; const a=[]; a[0]=function(){}; a[1]??=class{}; return [o.k.name,a[0].name,a[1].name]",
  ),
  script(
    'arguments',
    'function f(x){ arguments[0]=5; return [x,arguments[0],arguments.length] } return f(1)',
  ),
  both(
    'an element as a tag',
    "const t=[(s,...v)=>s.raw.join('|')+v]; const a=new Uint8Array([6]); return t[0]`x${a[0]}y`",
  ),
  both(
    'commas in a loop head',
    'const a=new Uint8Array(4); for(let i=0,j=3;i<j;a[i]=1,a[j]=2,i++,j--); return [...a]',
  ),
  both(
    'keys that are names',
    "const a=new Uint8Array(4); a.foo='x'; a[Symbol.iterator]; const k=['foo']; a[k]='y'; return [a.foo, a['length'], a[('len')+'gth']]",
  ),
  both(
    'elements as keys of elements',
    'const t=new Uint8Array([1,2,3,0]), b=[t,[t]]; b[0][t[0]]=b[1][0][t[t[3]]]; t[t[0]]=t[t[t[0]]]+1; return [...t]',
  ),
  both(
    'for…of over views, arrays, strings and generators',
    `const a = new Uint8Array([1, 2, 3]), r = [];
    for (const x of a) { if (x === 2) continue; r.push(x) }
    for (const [k, v] of a.entries()) r.push(k, v);
    for (const c of 'ab') r.push(c);
    for (const x of (function* () { yield a[0]; yield a[1] })()) { r.push(x); break }
    let y; for (y of a); r.push(y);
    outer: for (const x of a) for (const z of a.subarray(1)) { if (z === 3) continue outer; r.push(x * z) }
    for (const x of (r.length, a)) r.push(x);
    return r`,
  ),
  both(
    'for…of closes what it iterates, and sees what is pushed on the way',
    `const log = [], it = { [Symbol.iterator]() { let n = 0; return { next: () => ({ value: n++, done: n > 5 }), return() { log.push('closed'); return {} } } } };
    for (const x of it) { log.push(x); if (x === 1) break }
    const list = [1]; for (const x of list) if (x < 4) list.push(x + 1);
    const fs = []; for (const x of list) fs.push(() => x);
    return [log, list, fs.map((f) => f())]`,
  ),
  both(
    'destructuring reads its sources in order',
    `const a = new Uint8Array([1, 2, 3, 4]), log = [];
    const [p, , q = 9] = a, [...r] = a; const { 0: s, 3: t, length } = a;
    let u, v; [u, ...v] = a; ({ 1: u, '2': v } = a);
    const it = { [Symbol.iterator]: () => ({ next: () => (log.push('n'), { value: 1, done: false }), return: () => (log.push('r'), {}) }) };
    const [one, two] = it;
    const got = ([a[0], a[1]] = it);
    return [p, q, r, s, t, length, u, v, log, got === it, [...a]]`,
  ),
  both(
    'destructuring targets are evaluated before what they are given',
    `const log = [], t = (n, v) => (log.push(n), v), a = new Uint8Array(3);
    [t('o', a)[t('k', 1)] = t('d', 5), ...t('r', [])[t('k2', 0)]] = { [Symbol.iterator]: function* () { log.push('i'); yield undefined; log.push('j'); yield 2 } };
    ({ [t('c', 'x')]: t('p', a)[t('pk', 2)] = t('pd', 7) } = {});
    for (t('f', a)[t('fk', 0)] of [1, 2]);
    return [log, [...a]]`,
  ),
  both(
    'optional chains that go on behind the element',
    `const n = null, u = undefined, f = () => { throw new Error('evaluated') }, o = { a: [new Uint8Array([4, 5])], m() { return [this === o] }, q: { r: null } }; let k = 0;
    return [n?.[f()][f()].b, n?.b[f()], u?.a.b[f()](f()), o?.a[0][1], o?.a?.[0]?.[k++], o.m?.()[0], o?.m()[0], (o?.a)[0][0], (o?.m)(), o.q?.r?.[f()], o?.['q'].r?.x[0], (n?.a[f()])?.b,
      typeof n?.a[0], delete n?.a[f()], delete o?.a[k], \`\${o?.a[0][k]}\`, o?.a[0].length, ((x) => x?.[0])?.([7])[0], k]`,
  ),
  both(
    'optional calls keep their this',
    `const list = [function () { return this === list }, { g() { return this === list[1] } }], o = { list };
    return [list[0]?.(), o?.list[0](), o?.list[0]?.(), o?.list[1].g(), o.list?.[1]?.g?.(), (o?.list[0])(), (o.list)[0](), o?.list[1]['g']()]`,
  ),
  both(
    'optional chains whose base is in parentheses and over lines',
    `const a = [[1, [2]]];
    return [(0, a)?.[0]?.[1] // why
      ?.[0], (a)
      ?.[0] /* [ */ [1]
      [0]]`,
  ),
  both(
    'optional chains that throw',
    `const r = []; for (const f of [() => ({})?.a[0], () => ({})?.a[0].b, () => ({ a: null })?.a.b[0], () => [null]?.[0][1]]) try { f() } catch (e) { r.push(e.constructor.name) } return r`,
  ),
  both(
    'native calls in every shape',
    `const a = new Uint8Array([3, 1, 2]), d = new DataView(a.buffer), n = 'getUint8', r = [];
    r.push(a.subarray().reverse()[0], a.fill(7, ...[1, 2])[1], d[n](0), d['get' + 'Int8'](a[0] - a[0]), Uint8Array.of(...a)[0], Uint8Array.from([...a].map((x) => x + 1))[2]);
    r.push(String.fromCharCode(...a.map((x) => x + 60)), Math.max(...a), new Uint8Array(a.slice())[0], new Uint8Array(new Set([5]).values())[0], new DataView(a.buffer, ...[1]).byteLength, a?.slice?.(1).length, (0, a.slice).call(a, 1).length);
    a.set([a[1], a.indexOf(7)], Number(1)); a.subarray(1).sort(); r.push(structuredClone(a)[0]);
    return [r, [...a]]`,
  ),
  both(
    'native calls never see more arguments, nor another this',
    `const r = [], o = { fill(...args) { r.push(this === o, args.length); return this }, set: function () { r.push(arguments.length) }, reverse() { return this === o } };
    o.fill().fill(1).fill(...[1, 2]).set((1, 2)); o.set(o.fill(o), ...[]); r.push(o.reverse(), o?.reverse(), o['reverse'](), (o).reverse());
    class A { fill(x) { return [x, this] } } class B extends A { fill(x) { return super.fill(x)[1] === this && super.fill()[0] } } r.push(new B().fill(3)); return r`,
  ),
  both(
    'stores in parameter defaults and class fields',
    `const a = new Uint8Array(4), o = { a };
    const f = (x = (a[0] = 5), y = (o.a[1] = x, o.a[1]), z = a[0]++, w = (a[2] += 3), [v = o.a[0]] = []) => [x, y, z, w, v];
    class A { x = (a[3] = 9); y = o.a[3]; static z = [o.a[3], a?.[0], o?.a[1]]; [o.a[0] + a[1]] = 1; static { a[1] = 1; o.a[2]++ } }
    const made = new A();
    return [f(), made.x, made.y, A.z, Object.keys(made), [...a]]`,
  ),
  both(
    'what stands in parameters and fields keeps its this, its super, its arguments and its names',
    `const a = new Uint8Array([1, 2, 3, 4]), o = { a, n: null };
    class Q { m(i) { return a[i] } } class R extends Q { f = super.m(a[0]++) + this.m(o?.a[1]); g = a[2] ? () => this : 0; ['k' + a[3]++] = (a[1] ||= 7) }
    const f = function (x = arguments.length + a[0]++, y = a[9] ?? (() => arguments[1]), { [o.a[0] + '']: z = (a[3] -= 1), ...w } = { ...a }) { return [x, y(), z, w] };
    const r = new R(), { ...copy } = a; return [r.f, r.g() === r, r.g.name, Object.keys(r), f(), f(5, undefined, {}), copy, { ...o.a, ...null, ...'ab' }, o.n?.[a[0]++], [...a]]`,
  ),
  both(
    'functions in parameter defaults have temporaries of their own',
    `const a = new Uint8Array(4), o = { a }; const f = (g = (i) => { o.a[i] = i; return o.a[i]++ }, h = (i) => o.a[i]) => [g(2), h(2)]; return [f(), [...a]]`,
  ),
  both(
    'a failed store in defaults throws only in strict code',
    `const frozen = Object.freeze([1]), r = [], f = (x = (frozen[0] = 2)) => x, g = function () { 'use strict'; return ((x = (frozen[0] = 2)) => x)() };
    for (const h of [f, g, () => { [frozen[0]] = [3] }, () => { for (frozen[0] of [4]); }, function () { 'use strict'; [frozen[0]] = [3] }]) try { r.push(h() ?? 'done') } catch (e) { r.push(e.name) }
    return r`,
  ),
  both(
    'stores whose parts are in parentheses and over lines',
    `const a = new Uint8Array(4), o = { a }; let i = 0;
    (a)[0] = (1, 2); (a[1]) = 3; (o.a)[(0, 2)] = (a)[(0, 1)]; ++(a[0]); (a[1])--; (a[3]) += (0, 4)
    o
      .a [ // where
      i
    ] /* what */ = // how
      a[0] +
      a[1]
    return [...a]`,
  ),
  both(
    'updates before a line that could go on',
    `const a = new Uint8Array([1, 2]), r = []
    a[0]++
    ;[3].forEach((x) => r.push(x))
    a[1]--
    ++a[0]
    let b = a[0]++
    
    const c = () => a[0]
    ;(1, 2)
    let s = a[1]--
    ;\`x\`.length
    if (r) a[0]++
    else a[1]++
    do a[1]++
    while (a[1] < 5)
    return [r, b, c(), s, [...a]]`,
  ),
  top(
    'statements that begin with what is kept',
    `const o = { a: [0, 1] }, log2 = []
    o.a[0] = 1
    o.a[1]++
    o.a[0]
    log(o.a, log2)`,
  ),
  both(
    'a function that returns an update at a line break',
    `const a = [1]; const f = () => { return a[0]++
    [0] }; const g = () => { throw a[0]++
    [1] }; let t; try { g() } catch (e) { t = e } return [f(), t, a[0]]`,
  ),
  both(
    'loops of every kind that store',
    `const a = new Uint8Array(20); let i = 0, n = 0;
    for (let j = 0; j < a.length; j++) a[j] = j;
    for (var k = 0, m = a.length; k < m; k += 2) { a[k] ^= 1; if (k === 10) continue; a[k] += 2 }
    while (i < 5) { a[i] |= 8; if (++i === 4) break }
    do { a[i]--; a[i + 1]++ } while (++i < 9)
    do n += a[n % 20]; while (n < 60)
    for (;;) { if (a[0]++ > 30) break }
    for (i = 3, n = 2; i--; n++) a[n] = a[i]
    for (; a[1]; ) a[1] >>= 1
    for (const z = 3; a[2] < 40; a[2] += z);
    return [[...a], i, n, k]`,
  ),
  both(
    'labels and jumps between nested loops',
    `const a = new Uint8Array(64), r = [];
    outer: for (let y = 0; y < 8; y++) {
      inner: for (let x = 0; x < 8; x++) {
        if (x === y) continue outer;
        if (x * y === 30) break outer;
        block: { if (x === 3) break block; a[y * 8 + x] += x }
        switch (a[y * 8 + x]) { case 1: a[0]++; break; case 2: continue inner; default: a[1]++ }
        r.push(a[x])
      }
      a[63]++
    }
    one: two: while (a[5]++ < 3) { do { if (a[5] === 2) continue one; if (a[6]++ > 4) break two } while (true) }
    return [r, [...a]]`,
  ),
  both(
    'loops that return, throw and clean up',
    `const a = new Uint8Array(8), r = [];
    const f = () => { for (let i = 0; ; i++) { a[i] = i; if (i === 5) return a[i] } };
    const g = () => { let i = 0; while (true) { try { a[i]++; if (i === 3) throw new RangeError('three'); if (i === 4) return 'four'; i++ } catch (e) { r.push(e.message); a[7] = i++ } finally { a[6]++ } } };
    const h = () => { for (let i = 0; i < 9; i++) { a[0] += a[i]; null.x } };
    r.push(f(), g()); try { h() } catch (e) { r.push(e.name) }
    return [r, [...a]]`,
  ),
  both(
    'variables of a loop head keep their scope',
    `const a = [1, 2, 3, 4], r = []; let i = 'outer';
    for (let i = 0; i < 3; i++) { let i = 7; a[0] += i } for (let i = 0, n = a.length; i < n; i++) { const t = a[i]; a[i] = t * 2 }
    for (let i = a.length; i--; ) r.push(a[i]); for (const o = { n: 0 }; o.n < 3; o.n++) { a[o.n] = o.n }
    if (r) for (let i = 0; i < 2; i++) a[i]++; else r.push('never');
    const fs = []; for (let i = 0; i < 3; i++) { a[i] = i; fs.push(() => i) } for (let j = 0, get = () => j; j < 2; j++) { a[j]++; fs.push(get) }
    return [a, r, i, fs.map((f) => f())]`,
  ),
  both(
    'texts, comments and line ends in loops that are printed twice',
    `const a = new Uint8Array(6), r = []
    for (let i = 0; i < 6; i++) { // a comment { [
      const t = \`x
y\${a[i]}\\
z\`, s = 'p\\
q' /* another
      } ] */
      a[i] = t.length + s.length
      if (i > 3) // why
        continue
      let u = a[i]
      ++u
      r.push(t, s, u)
      while (u-- > 4)
        a[i]++
      do a[i]--
      while (a[i] > 9)
      if (i === 3) break
    }
    return [r, [...a]]`,
  ),
  both(
    'objects that change while a loop runs',
    `const rows = [new Uint8Array(4), new Uint8Array(4)], o = { get p() { return rows[0] } }; let cur = rows[0], k = '0';
    for (let y = 0; y < 2; y++) { const row = rows[y]; for (let x = 0; x < 4; x++) { row[x] = x + y; rows[y][x] += 1; o.p[x]++; cur[x] -= 1; cur = rows[x & 1] } }
    for (let i = 0; i < 4; i++) { cur[k]++; k = String(i) }
    return rows.map((r) => [...r])`,
  ),
  both(
    'loops in generators and async functions',
    `const a = new Uint8Array(6); function* g() { for (let i = 0; i < 3; i++) { a[i] = i + 1; yield a[i]; for (let j = 0; j < 2; j++) a[j + 4]++ } }
    const it = g(), r = [it.next().value, it.next().value]; it.return(); for (const x of g()) r.push(x); return [r, [...a]]`,
  ),
  module(
    'loops that await',
    `const a = new Uint8Array(6); const f = async (n) => { for (let i = 0; i < 3; i++) { a[i] += await n; a[await i + 3]++ } }; await Promise.all([f(1), f(2)]);
    for await (const x of [Promise.resolve(5), 6]) a[0] += x; for (const x of a) a[5] += await x; return [...a]`,
  ),
  both(
    'loops with patterns, spreads, chains and iteration inside',
    `const a = new Uint8Array([1, 2, 3, 4]), o = { a, n: null }, r = [];
    for (let i = 0; i < 3; i++) { [a[i], a[i + 1]] = [a[i + 1], a[i]]; const [p, q] = a, { 0: s } = a; r.push(p + q + s, o?.a[i], o.n?.[a[i]++], o.n?.x[a[i]++], Math.max(...a)); for (const x of a) r.push(x); for (const k in a) r.push(a[k]); for (a[3] of [7, 8]); a[0] ||= 2; a[1] &&= a[2]; r.push(a[0] ??= 1) }
    return [r, [...a]]`,
  ),
  both(
    'conditions, and what stands behind a call, in loops',
    `const a = new Uint8Array(8), t = (v) => { if (v > 90) throw new Error('t'); return v }; let n = 0;
    for (let i = 0; i < 7; i++) { n += i & 1 ? a[i] : a[i + 1]; i > 2 && (a[i] = t(i)); const v = t(a[i]) + a[i]; a[i] = t(i) + v; a[i + 1] = (a[i] = 1, a[0]++); a[a[i]] = i; a[i] -= t(1); (a[i] = t(2)) || n++ }
    try { for (let i = 89; ; i++) { a[i % 8] = t(i); a[0]++ } } catch (e) { n += e.message.length }
    return [n, [...a]]`,
  ),
  both(
    'functions that only calculate, in loops',
    `const w = new Uint32Array(16), rotr = (x, n) => (x >>> n) | (x << (32 - n)); function mix(a, b) { return a ^ b } let h = 1;
    for (let i = 0; i < 16; i++) { w[i] = mix(rotr(h, i), i); h = (h + w[i]) >>> 0 } for (let off = 0; off < 16; off += 4) { for (let i = 0; i < 4; i++) h = mix(h, w[off + i]) } return [h, [...w]]`,
  ),
  both(
    'variables that are declared late, or twice',
    `const a = [5, 6, 7]; var r = []; for (var i = 0; i < 2; i++) { r.push(a[j], a[i]); var j = i } var i; for (var i = 1; i < 3; i++) r.push(a[i]); { let b = a; b[0]++; for (let q = 0; q < 2; q++) { b[q]++; b = [1, 2] } r.push(...b) } return [r, a]`,
  ),
  script(
    'functions in the blocks of loops',
    `var a = [1, 2], r = []; for (var i = 0; i < 2; i++) { r.push(g()); a[i] = 3; function g() { return a[i] } } r.push(typeof g); return [a, r]`,
  ),
  script(
    'with',
    `var a = [1, 2, 3], r = []; with ({ i: 1, a: [9, 8] }) { r.push(a[i], a[0]++); for (var j = 0; j < 2; j++) a[j] = j; a.reverse(); r.push((function () { return a[i] })(), [...a]) } return [a, r]`,
  ),
  script(
    'direct eval around elements',
    `var a = new Uint8Array(3), r = []; for (let i = 0; i < 3; i++) { a[i] = eval('i + 1'); r.push(eval('a')[i]) } eval('a = [7]'); r.push(a[0]); return r`,
  ),
  script(
    'arguments that are parameters',
    `function f(a, i) { for (var k = 0; k < 2; k++) { arguments[0] = [k, 8]; arguments[1]++; r.push(a[i], arguments[0][k]) } } var r = []; f([1], 0); return r`,
  ),
  script(
    'loop heads with names that look like words of the language',
    `var a = new Uint8Array(2), async = 1, let_ = 2, of = 3, r = []; for ((async) of a) r.push(async); for (of of a) r.push(of); for (var yield of = a; ; ) break; return r`.replace(
      'for (var yield of = a; ; ) break; ',
      '',
    ),
  ),
  both(
    'a row for each turn, and a short loop over it',
    `const rows = [new Uint8Array([1, 2, 3, 4]), new Uint8Array([5, 6, 7, 8])]; let s = 0, n = 60; for (let u = 0; u < n; u++) { const a = rows[u & 1]; for (let x = 0; x < 4; x++) { s += a[x] } } return s`,
  ),
  both(
    'a view for each turn, and an iteration that goes through it',
    `let s = 0, n = 60; for (let u = 0; u < n; u++) { const a = new Uint8Array(8); for (const x of [1, 2]) { if (x & 1) a[u & 7] = 1; s += a[x & 7] } } return s`,
  ),
  top(
    'loops outside functions',
    `const a = new Uint8Array(5); let n = 0
    for (let i = 0; i < a.length; i++) { a[i] = i * 3; n += a[i] }
    for (const x of a) n += x
    if (n) while (n > 50) n -= a[4]
    log(n, a)`,
  ),
  both(
    'elements of this and of what calls give',
    `class V extends Uint8Array { bump() { for (let i = 0; i < this.length; i++) { this[i] += i; this.self()[i]++ } return this[1] } self() { return this } get q() { return super.at(1) + super['at'](0) } }
    const v = new V(3); return [v.bump(), v.q, [...v], (() => v)()[2], new Uint8Array([4])[0], [5][0], ({ 6: 7 })[6], \`ab\`[1], (function () { return [8] })()[0]]`,
  ),
  both(
    'symbols, strings and objects as keys',
    `const a = new Uint8Array([1, 2]), k = { toString: () => '1' }, s = Symbol('s'), o = { [s]: 3 }; a[s] = 4; a['1'] = 5; a[k] += 1; o[s]++; a[null] = 1; a[true] = 2; a[1n] = 9; return [[...a], a[s], a[Symbol.toStringTag], o[s], a['length'], a[\`0\`], Object.keys(a)]`,
  ),
  both(
    'names of functions that go through elements',
    `const a = [], o = {}; a[0] = () => {}; a[1] ||= class {}; [a[2] = function () {}] = []; ({ x: a[3] = () => {} } = {}); let f = a[9] ?? (() => {}); const g = (a[4] = () => {}); const [h = () => {}] = a.slice(9); return [a.map((x) => x.name), f.name, g.name, h.name]`,
  ),
  both(
    'functions without a name get none',
    `const k = 'name', a = [], o = { n: null }; a[(() => {})] = 1; a[class { static toString() { return 'k' + this.name } }] = 2;
    const f = (function () { return this })[k], g = (() => {})[k], h = (class {})[k], i = (() => {})?.[k], j = (function () {})?.[k].length;
    let t = 0; for (const x of ((0, () => {})[k] + 'z')) t += x.length; return [f, g, h, i, j, t, Object.keys(a), a.fill.name, (() => {})?.toString()[0]]`,
  ),
  both(
    'backslashes before line ends in texts that are printed twice',
    `const a = [0, 0], r = []; for (let i = 0; i < 2; i++) { a[i]++; r.push(\`x\\\\
y\\
z\`, 'p\\\\\\
q') } return r`,
  ),
].flat();
