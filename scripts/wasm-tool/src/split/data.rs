//! Data: what only later parts read goes there.
//!
//! Which function reads which bytes is not told after the linker, so it is settled the careful way. The linker's symbols
//! (`--emit-relocs`) cut the data into objects, and its relocations tell every address that the code and the data name
//! one by: tables are named from outside of themselves too, where the first index is not zero. An object is kept by the
//! first part in whose code or data any number is such an address of it. The core keeps the bytes that no symbol tells
//! of. A number that lies among the data and is nobody's address may be one that was reckoned with since: then nothing is
//! divided, and the core keeps all.

use std::collections::HashMap;
use std::error::Error;
use std::ops::Range;

use walrus::ir::{self, Const, Instr, InstrLocId, Load, LoadSimd, Store, Value, Visitor};
use walrus::{ConstExpr, GlobalKind, Module};
use wasmparser::{
    DataKind as LinkedData, DefinedDataSymbol, KnownCustom, Linking, Operator, Parser, Payload,
    RelocSectionReader, RelocationType, SymbolInfo,
};

use super::image::Image;
use crate::Outcome;

/// One thing in the data, as the linker placed it.
struct Object {
    span: Range<u32>,
    /// The part that keeps it.
    part: Option<usize>,
}

/// What the linker tells of the data.
struct Linked {
    objects: Vec<Object>,
    /// The objects that an address names.
    named: HashMap<u32, Vec<usize>>,
}

/// Divides the data, which lie in the first of the modules, among all; each holds its own functions alone already.
pub fn divide(modules: &mut [Module], linked: &[u8]) -> Outcome {
    let mut linked = Linked::read(linked)?;
    let image = Image::take(modules.first_mut().ok_or("there is no module")?)?;
    let last = modules.len() - 1;
    for (part, module) in modules.iter().enumerate() {
        let mut found = in_code(module);
        if let Some(strange) = found.iter().find(|number| linked.is_strange(**number, &image)) {
            eprintln!(
                "The data is not divided: {strange} lies among it and is no address that the linker wrote."
            );
            linked.objects.iter_mut().for_each(|object| object.part = Some(0));
        }
        found.extend(in_globals(module));
        if part == 0 {
            // What is the core's whoever reads it leads on as well.
            found.extend(untold(&linked.objects, &image).into_iter().flat_map(|span| image.words(span)));
        }
        while !found.is_empty() {
            let kept = linked.mark(part, &found);
            found = kept.into_iter().flat_map(|span| image.words(span)).collect();
        }
    }
    let mut owner = vec![0; image.bytes.len()];
    for part in (0..=last).rev() {
        for object in linked.objects.iter().filter(|object| object.part.unwrap_or(last) == part) {
            owner[image.places(&object.span)].fill(part);
        }
    }
    modules.iter_mut().enumerate().try_for_each(|(part, module)| image.put(module, &owner, part))
}

/// The bytes that no symbol tells of: the core's, whoever reads them.
fn untold(objects: &[Object], image: &Image) -> Vec<Range<u32>> {
    let mut told = vec![false; image.bytes.len()];
    for object in objects {
        told[image.places(&object.span)].fill(true);
    }
    let mut spans: Vec<Range<u32>> = Vec::new();
    for at in (image.start..).zip(told).filter_map(|(at, told)| (!told).then_some(at)) {
        match spans.last_mut() {
            Some(span) if span.end == at => span.end += 1,
            _ => spans.push(at..at + 1),
        }
    }
    spans
}

/// Every number in the module's code that could be an address: constants, their negatives (`x - a` is written
/// `x + -a`), halves of long ones, and offsets of loads and stores.
fn in_code(module: &Module) -> Vec<u32> {
    let mut numbers = Numbers(Vec::new());
    for (_, function) in module.funcs.iter_local() {
        ir::dfs_in_order(&mut numbers, function, function.entry_block());
    }
    numbers.0.sort_unstable();
    numbers.0.dedup();
    numbers.0
}

/// The numbers in its globals; those of the linker's own are the ends of the data and of the stack.
fn in_globals(module: &Module) -> Vec<u32> {
    let mut numbers = Numbers(Vec::new());
    for global in module.globals.iter() {
        if let GlobalKind::Local(ConstExpr::Value(value)) = &global.kind {
            numbers.value(*value);
        }
    }
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
        let (Instr::Load(Load { arg, .. })
        | Instr::Store(Store { arg, .. })
        | Instr::LoadSimd(LoadSimd { arg, .. })) = instr
        else {
            return;
        };
        self.0.push(arg.offset as u32);
    }
}

impl Linked {
    fn read(linked: &[u8]) -> Result<Self, Box<dyn Error>> {
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
        let (mut objects, mut named) = (Vec::new(), HashMap::<u32, Vec<usize>>::new());
        // The place of each symbol's object; functions have none.
        let mut places = HashMap::new();
        for (symbol, data) in
            symbols.iter().enumerate().filter_map(|(at, symbol)| Some((at, defined(symbol)?)))
        {
            let start =
                starts.get(data.index as usize).ok_or("a symbol is of no piece of the data")? + data.offset;
            places.insert(symbol, objects.len());
            objects.push(Object { span: start..start + data.size, part: None });
        }
        if objects.is_empty() {
            return Err("the linker wrote no symbols of the data: link with --emit-relocs".into());
        }
        for (symbol, addend) in relocations {
            if let Some(place) = places.get(&(symbol as usize)) {
                let address = i64::from(objects[*place].span.start) + addend;
                named.entry(address as u32).or_default().push(*place);
            }
        }
        Ok(Self { objects, named })
    }

    /// Whether a number lies among the data though nobody's address is it.
    fn is_strange(&self, number: u32, image: &Image) -> bool {
        image.span().contains(&number) && !self.named.contains_key(&number)
    }

    /// Keeps what the numbers are addresses of; gives the spans of what was not kept before.
    fn mark(&mut self, part: usize, numbers: &[u32]) -> Vec<Range<u32>> {
        let mut kept = Vec::new();
        for place in numbers.iter().filter_map(|number| self.named.get(number)).flatten() {
            let object = &mut self.objects[*place];
            if object.part.is_none() {
                object.part = Some(part);
                kept.push(object.span.clone());
            }
        }
        kept
    }
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
