#!/usr/bin/env node
// A newer Typst than Debian has, by the compiler that npm carries:
//   npm install --prefix DIR @myriaddreamin/typst-ts-node-compiler
//   NODE_PATH=DIR/node_modules make bench-pages TYPST=$PWD/bench/pages/typst.js
// It takes the arguments that the comparison gives Typst: compile --font-path FONTS IN OUT.
'use strict'
const fs = require('fs')
const path = require('path')
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler')

const [, , fonts, input, output] = process.argv.slice(2)
const compiler = NodeCompiler.create({ workspace: process.cwd(), fontArgs: [{ fontPaths: [path.resolve(fonts)] }] })
fs.writeFileSync(output, Buffer.from(compiler.pdf({ mainFilePath: path.resolve(input) })))
