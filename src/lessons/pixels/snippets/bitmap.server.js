const fs = require('fs');

io.on('connection', (socket) => {
  socket.on('image', (name, answer) => {
    fs.readFile(`./lib/img/${name}`, (error, buffer) => {
      if (error) answer({ problem: error.message });
      else answer({ buffer });
    });
  });
});
