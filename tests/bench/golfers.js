// SPDX-License-Identifier: GPL-3.0-or-later
// Lets Good-Enough Golfers, of which nothing is in here, answer a question of bench-mixing.py.
//
//     golfers.js FOLDER SECONDS < question > answer
//
// It is asked again and again until its processor time is over; the answer with the fewest repeats counts.

const fs = require('fs')
const path = require('path')
const vm = require('vm')

const [folder, seconds] = process.argv.slice(2)
const question = JSON.parse(fs.readFileSync(0, 'utf8'))
const place = vm.createContext({ _: require(path.resolve(folder, 'node_modules', 'lodash')), Math, Infinity })

vm.runInContext(fs.readFileSync(path.join(folder, 'lib', 'geneticSolver.js'), 'utf8'), place)
place.question = question

function countRepeats (rounds) {
  const met = new Set()
  let repeats = 0

  for (const group of rounds.flat()) {
    const people = group.filter(person => person < question.people)

    for (const a of people) {
      for (const b of people) {
        const pair = a * question.people + b

        repeats += a < b && met.has(pair)
        if (a < b) met.add(pair)
      }
    }
  }

  return repeats
}

let best = null
let fewest = Infinity

do {
  let rounds = null

  place.take = results => { if (results.done) rounds = results.rounds }
  vm.runInContext('geneticSolver(question.groups, question.size, question.rounds, question.forbidden, [], take)', place)
  const repeats = countRepeats(rounds)
  if (repeats < fewest) [best, fewest] = [rounds, repeats]
} while (fewest > 0 && process.cpuUsage().user < seconds * 1e6)

console.log(JSON.stringify(best))
