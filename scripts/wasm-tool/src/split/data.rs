//! Data: what only later parts read goes there.
//!
//! Which function reads which bytes is not told after the linker, so it is settled the careful way. The linker's symbols
//! (`--emit-relocs`) cut the data into objects. An object is kept by the first part in whose code or data any number
//! could be an address in it, or of its end where the linker knows of somebody who names that. The core keeps those too
//! that the linker knows of somebody to name an address outside of, and the bytes that no symbol tells of. Everything
//! else can only be reached by the last part.

use std::error::Error;
use std::ops::Range;

use walrus::ir::{self, Const, Instr, InstrLocId, Load, Store, Value, Visitor};
use walrus::{ConstExpr, DataKind, GlobalKind, Module};
use wasmparser::{
    DataKind as LinkedData, DefinedDataSymbol, KnownCustom, Linking, Operator, Parser, Payload,
    RelocSectionReader, RelocationType, SymbolInfo,
};

use crate::Outcome;

/// A segment more costs about as much as so many zeros between two.
const GAP: usize = 8;

/// One thing in the data, as the linker placed it.
struct Object {
    span: Range<u32>,
    /// Whether somebody names the address behind its last byte, which is the next one's first.
    ended: bool,
    /// The part that keeps it.
    part: Option<usize>,
}

/// Divides the data, which lie in the first of the modules, among all; each holds its own functions alone already.
pub fn divide(modules: &mut [Module], linked: &[u8]) -> Outcome {
    let mut objects = objects(linked)?;
    let image = Image::take(modules.first_mut().ok_or("there is no module")?)?;
    for (part, module) in modules.iter().enumerate() {
        let mut found = numbers(module);
        while !found.is_empty() {
            let kept = mark(&mut objects, part, &found);
            found = kept.into_iter().flat_map(|span| image.words(span)).collect();
        }
    }
    let last = modules.len() - 1;
    let mut owner = vec![0; image.bytes.len()];
    for part in (0..=last).rev() {
        for object in objects.iter().filter(|object| object.part.unwrap_or(last) == part) {
            owner[image.places(&object.span)].fill(part);
        }
    }
    modules.iter_mut().enumerate().try_for_each(|(part, module)| image.put(module, &owner, part))
}

/// Keeps what a number could be an address of; gives the spans of what was not kept before.
fn mark(objects: &mut [Object], part: usize, numbers: &[u32]) -> Vec<Range<u32>> {
    let mut kept = Vec::new();
    for object in objects.iter_mut().filter(|object| object.part.is_none()) {
        let end = object.span.end;
        let names = |number: &u32| object.span.contains(number) || object.ended && *number == end;
        if numbers.iter().any(names) {
            object.part = Some(part);
            kept.push(object.span.clone());
        }
    }
    kept
}

/// Every number in the module's code and globals that could be an address: constants, their negatives (`x - a` is
/// written `x + -a`), halves of long ones, and offsets of loads and stores.
fn numbers(module: &Module) -> Vec<u32> {
    let mut numbers = Numbers(Vec::new());
    for (_, function) in module.funcs.iter_local() {
        ir::dfs_in_order(&mut numbers, function, function.entry_block());
    }
    for global in module.globals.iter() {
        if let GlobalKind::Local(ConstExpr::Value(value)) = &global.kind {
            numbers.value(*value);
        }
    }
    numbers.0.sort_unstable();
    numbers.0.dedup();
    numbers.0
}

struct Numbers(Vec<u32>);

impl Numbers {
    fn value(&mut self, value: Value) {
        match value {
            Value::I32(number) => self.0.extend([number as u32, number.wrapping_neg() as u32]),
            Value::I64(number) => self.0.extend([number as u32, (number >> 32) as u32]),
            Value::F32(_) | Value::F64(_) => {}
            Value::V128(number) => self.0.extend((0..4).map(|word| (number >> (32 * word)) as u32)),
        }
    }
}

impl<'a> Visitor<'a> for Numbers {
    fn visit_const(&mut self, constant: &Const) {
        self.value(constant.value);
    }

    fn visit_instr(&mut self, instr: &'a Instr, _: &'a InstrLocId) {
        if let Instr::Load(Load { arg, .. }) | Instr::Store(Store { arg, .. }) = instr {
            self.0.push(arg.offset as u32);
        }
    }
}

/// The data as it lies in memory, from the first byte to the last.
struct Image {
    start: u32,
    bytes: Vec<u8>,
}

impl Image {
    /// Takes the data out of a module.
    fn take(module: &mut Module) -> Result<Self, Box<dyn Error>> {
        let mut pieces: Vec<(u32, Vec<u8>)> = Vec::new();
        for id in module.data.iter().map(walrus::Data::id).collect::<Vec<_>>() {
            let data = module.data.get(id);
            let DataKind::Active { offset: ConstExpr::Value(Value::I32(at)), .. } = data.kind else {
                return Err("a piece of the data is not where a constant says".into());
            };
            pieces.push((u32::try_from(at)?, data.value.clone()));
            module.data.delete(id);
        }
        for memory in module.memories.iter_mut() {
            memory.data_segments.clear();
        }
        let start = pieces.iter().map(|(at, _)| *at).min().unwrap_or(0);
        let mut bytes = Vec::new();
        for (at, piece) in pieces {
            let from = (at - start) as usize;
            bytes.resize(bytes.len().max(from + piece.len()), 0);
            bytes[from..from + piece.len()].copy_from_slice(&piece);
        }
        Ok(Self { start, bytes })
    }

    /// Where an object lies in it; nothing of what lies outside, which is zeros.
    fn places(&self, span: &Range<u32>) -> Range<usize> {
        let place = |at: u32| (at.saturating_sub(self.start) as usize).min(self.bytes.len());
        place(span.start)..place(span.end)
    }

    /// What could be addresses among its bytes: words where addresses may lie.
    fn words(&self, span: Range<u32>) -> Vec<u32> {
        let first = span.start.next_multiple_of(4);
        let word = |at| self.bytes.get(self.places(&(at..at + 4)))?.try_into().ok().map(u32::from_le_bytes);
        (first..span.end).step_by(4).filter_map(word).collect()
    }

    /// Puts the bytes of one part into its module.
    fn put(&self, module: &mut Module, owner: &[usize], part: usize) -> Outcome {
        let memory = module.memories.iter().next().ok_or("the module has no memory")?.id();
        let mut runs: Vec<Range<usize>> = Vec::new();
        let wanted = |place: &usize| owner[*place] == part && self.bytes[*place] != 0;
        for place in (0..self.bytes.len()).filter(wanted) {
            match runs.last_mut() {
                // Zeros are written before a later part comes; an earlier one's would be written over.
                Some(run) if place - run.end <= GAP && owner[run.end..place].iter().all(|of| *of >= part) => {
                    run.end = place + 1;
                }
                _ => runs.push(place..place + 1),
            }
        }
        for run in runs {
            let offset = ConstExpr::Value(Value::I32(i32::try_from(self.start as usize + run.start)?));
            let bytes = run.map(|place| if owner[place] == part { self.bytes[place] } else { 0 }).collect();
            let data = module.data.add(DataKind::Active { memory, offset }, bytes);
            module.memories.get_mut(memory).data_segments.insert(data);
        }
        Ok(())
    }
}

/// The objects in the data, by the linker's symbols; kept from the start is what is reached from outside of itself.
fn objects(linked: &[u8]) -> Result<Vec<Object>, Box<dyn Error>> {
    let (mut starts, mut symbols, mut relocations) = (Vec::new(), Vec::new(), Vec::new());
    for payload in Parser::new(0).parse_all(linked) {
        match payload? {
            Payload::DataSection(segments) => {
                for segment in segments {
                    starts.push(start_of(&segment?.kind)?);
                }
            }
            Payload::CustomSection(section) => match section.as_known() {
                KnownCustom::Linking(linking) => {
                    for part in linking.subsections() {
                        if let Linking::SymbolTable(table) = part? {
                            symbols = table.into_iter().collect::<Result<Vec<_>, _>>()?;
                        }
                    }
                }
                KnownCustom::Reloc(section) => relocations.extend(addresses(&section)?),
                _ => {}
            },
            _ => {}
        }
    }
    if !symbols.iter().any(|symbol| defined(symbol).is_some()) {
        return Err("the linker wrote no symbols of the data: link with --emit-relocs".into());
    }
    let object = |(index, symbol): (usize, &SymbolInfo<'_>)| {
        let data = defined(symbol)?;
        let start = starts.get(data.index as usize)? + data.offset;
        let size = i64::from(data.size);
        let named = || relocations.iter().filter(|(of, _)| *of as usize == index).map(|(_, addend)| *addend);
        Some(Object {
            span: start..start + data.size,
            ended: named().any(|addend| addend == size),
            part: named().any(|addend| !(0..=size).contains(&addend)).then_some(0),
        })
    };
    Ok(symbols.iter().enumerate().filter_map(object).collect())
}

fn start_of(kind: &LinkedData<'_>) -> Result<u32, Box<dyn Error>> {
    if let LinkedData::Active { offset_expr, .. } = kind
        && let Operator::I32Const { value } = offset_expr.get_operators_reader().read()?
    {
        return Ok(u32::try_from(value)?);
    }
    Err("a piece of the data is not where a constant says".into())
}

fn defined(symbol: &SymbolInfo<'_>) -> Option<DefinedDataSymbol> {
    match symbol {
        SymbolInfo::Data { symbol, .. } => *symbol,
        _ => None,
    }
}

/// Which symbols are used as addresses, and how far from their start.
fn addresses(section: &RelocSectionReader<'_>) -> Result<Vec<(u32, i64)>, Box<dyn Error>> {
    let mut found = Vec::new();
    for entry in section.entries() {
        let entry = entry?;
        let is_address = matches!(
            entry.ty,
            RelocationType::MemoryAddrLeb | RelocationType::MemoryAddrSleb | RelocationType::MemoryAddrI32
        );
        if is_address {
            found.push((entry.index, entry.addend));
        }
    }
    Ok(found)
}
