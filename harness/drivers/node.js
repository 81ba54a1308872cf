// node.js - the event loop of Node.js behind aiospec's pipe protocol (spec/pipe-protocol.md).
//
//     aiospec run 'pipe:node harness/drivers/node.js' READY TIMER STOP
//
// A batch of callbacks is one setImmediate, a timer one setTimeout.  Between two messages of aiospec the
// process stands still in a read; while a loop runs, control is Node's.
'use strict';
const fs = require('fs');

const loops = new Map(); // number: a loop
let running = null;      // the loop that runs
let input = '';

function say(message) {
  const text = JSON.stringify(message) + '\n';
  for (let sent = 0; sent < text.length;) sent += fs.writeSync(1, text.slice(sent));
}

function hear() {
  const bytes = Buffer.alloc(65536);
  while (!input.includes('\n')) {
    const count = fs.readSync(0, bytes);
    if (count === 0) process.exit(0);
    input += bytes.toString('latin1', 0, count); // the protocol is ASCII
  }
  const end = input.indexOf('\n');
  const message = JSON.parse(input.slice(0, end));
  input = input.slice(end + 1);
  return message;
}

const now = () => Number(process.hrtime.bigint()) / 1e9;

// Have aiospec run a callback, and answer what it asks meanwhile.
function call(loop, id) {
  say({callback: id});
  for (;;) {
    const message = hear();
    if (!message.return) {
      answer(message);
      continue;
    }
    if (message.leave) finish(loop); // an exception leaves the run
    return;
  }
}

// What is queued when it begins, and no more.
function batch(loop) {
  loop.immediate = null;
  for (let left = loop.ready.length; left > 0 && loop === running; left--) {
    const id = loop.ready.shift();
    if (id !== null) call(loop, id);
  }
  if (loop === running && loop.stopping) finish(loop);
  else wake(loop);
}

function wake(loop) {
  if (loop !== running || loop.immediate !== null) return;
  if (loop.ready.length > 0 || loop.stopping) loop.immediate = setImmediate(batch, loop);
}

function fire(loop, id) {
  loop.timers.delete(id);
  if (loop === running) call(loop, id);
  else loop.ready.push(id); // its run has ended meanwhile
}

function finish(loop) {
  running = null;
  loop.stopping = false;
  clearInterval(loop.alive);
  say({ok: true});
  setImmediate(converse);
}

const operations = {
  new_loop({loop}) {
    loops.set(loop, {closed: false, stopping: false, immediate: null, ready: [], timers: new Map()});
  },
  time: () => ({value: now()}),
  call_soon({loop, id}) {
    loop.ready.push(id);
    wake(loop);
  },
  call_at({loop, id, when}) {
    if (when === null) return; // never
    loop.timers.set(id, setTimeout(fire, Math.ceil((when - now()) * 1000), loop, id));
  },
  cancel({loop, id}) {
    clearTimeout(loop.timers.get(id));
    loop.timers.delete(id);
    loop.ready = loop.ready.map((other) => (other === id ? null : other)); // it keeps its place
  },
  stop({loop}) {
    loop.stopping = true;
    wake(loop);
  },
  close({loop}) {
    for (const timeout of loop.timers.values()) clearTimeout(timeout);
    loop.closed = true;
  },
};

function answer(message) {
  const operation = operations[message.op];
  if (operation === undefined) return say({error: 'unsupported'});
  if (message.op !== 'new_loop') message.loop = loops.get(message.loop);
  if (message.loop.closed && message.op.startsWith('call_')) return say({error: 'closed'});
  say({ok: true, ...operation(message)});
}

// Talk until a loop is to run.
function converse() {
  for (;;) {
    const message = hear();
    if (message.hello) {
      say({hello: 1, name: 'node', version: process.version});
    } else if (message.bye) {
      process.exit(0);
    } else if (message.op === 'run') {
      running = loops.get(message.loop);
      running.alive = setInterval(() => {}, 1e9); // a run goes on when nothing is left
      wake(running);
      return;
    } else {
      answer(message);
    }
  }
}

converse();
