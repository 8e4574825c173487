//! How long it takes to find somebody, to open their record, also one of many years, and to page through everybody, among ten thousand clients and
//! among a hundred thousand (`make bench`).

use std::error::Error;
use std::io::Write;
use std::time::Instant;

use hegu_core::Practice;
use hegu_core::clients::{self, ClientColumn, ClientInput, ClientOrder, EditClient, FindClients};
use hegu_core::testing;
use hegu_tests::full_register;
use hegu_tests::goals::{goal, percentile};

const TIMES: usize = 20;
const FEW: usize = 10_000;
const MANY: usize = 100_000;
/// So many records of somebody who has been coming for years are opened, one after the other.
const FULL: usize = 4;

/// What people type, a key at a time and whole: names, one with a slip in it, the end of a telephone number, an email, a birth
/// date, and nobody.
const TYPED: [&str; 12] = [
    "m",
    "ma",
    "mar",
    "marg",
    "margaret gar",
    "margarte",
    "amara garlnid",
    "0417",
    "555 0",
    "@post",
    "3.3.1964",
    "nobody at all",
];

/// By every column, both ways.
const ORDERS: [(ClientColumn, bool); 8] = [
    (ClientColumn::Name, false),
    (ClientColumn::Name, true),
    (ClientColumn::Born, false),
    (ClientColumn::Born, true),
    (ClientColumn::Number, false),
    (ClientColumn::Number, true),
    (ClientColumn::Registered, false),
    (ClientColumn::Registered, true),
];

fn main() -> Result<(), Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let around = tempfile::tempdir()?;
    let premises = testing::premises(around.path());
    let [few, many] = runtime.block_on(async {
        let practice = testing::create(&premises).await?;
        full_register::until(&practice, FEW).await?;
        let full = full_register::fill(&practice, FULL).await?;
        let few = measured(&practice, FEW, &full).await?;
        full_register::until(&practice, MANY).await?;
        Ok::<_, Box<dyn Error>>([few, measured(&practice, MANY, &full).await?])
    })?;
    let mut out = std::io::stdout().lock();
    let rows = [
        ("search", &few.search, &many.search),
        ("record", &few.record, &many.record),
        ("full record", &few.full, &many.full),
        ("list", &few.list, &many.list),
        ("after a change", &few.changed, &many.changed),
    ];
    writeln!(out, "clients       median ms of {FEW}   p99   median ms of {MANY}   p99")?;
    for (name, few, many) in rows {
        let at = |times: &[f64]| (percentile(times, 50), percentile(times, 99));
        let ((few, few_slow), (many, many_slow)) = (at(few), at(many));
        writeln!(out, "{name:<14}{few:>18.2}{few_slow:>6.1}{many:>22.2}{many_slow:>6.1}")?;
    }
    let (few_twins, many_twins) = (percentile(&few.twins, 50), percentile(&many.twins, 50));
    writeln!(out, "  the report of likely twins: {few_twins:.0} ms and {many_twins:.0} ms")?;
    writeln!(out, "  the first search of a sitting: {:.0} ms and {:.0} ms", few.first, many.first)?;
    for (name, times) in &many.by_text {
        writeln!(out, "  typed {name:<16}{:>8.2} ms", percentile(times, 50))?;
    }
    writeln!(out, "{}", goal("search, p99", 16.0, "ms", percentile(&many.search, 99)))?;
    writeln!(out, "{}", goal("record", 30.0, "ms", percentile(&many.record, 50)))?;
    writeln!(out, "{}", goal("full record", 30.0, "ms", percentile(&many.full, 50)))?;
    writeln!(out, "{}", goal("list", 30.0, "ms", percentile(&many.list, 50)))?;
    for (name, few, many) in rows {
        let times = percentile(many, 50) / percentile(few, 50);
        writeln!(out, "{}", goal(&format!("{name}, {MANY} to {FEW}"), 1.5, "times", times))?;
    }
    Ok(())
}

/// Milliseconds.
#[derive(Default)]
struct Took {
    search: Vec<f64>,
    by_text: Vec<(&'static str, Vec<f64>)>,
    record: Vec<f64>,
    /// The record with hundreds of bookings, notes and files.
    full: Vec<f64>,
    list: Vec<f64>,
    /// The search after somebody's record was saved.
    changed: Vec<f64>,
    /// The report of who is here twice.
    twins: Vec<f64>,
    /// The search after the records were opened.
    first: f64,
}

async fn measured(practice: &Practice, all: usize, full: &[String]) -> Result<Took, Box<dyn Error>> {
    let mut took = Took::default();
    let begun = Instant::now();
    find(practice, "m", 0, 8).await?;
    took.first = since(begun);
    for typed in TYPED {
        let mut times = Vec::new();
        for _ in 0..TIMES {
            let begun = Instant::now();
            find(practice, typed, 0, 8).await?;
            times.push(since(begun));
        }
        took.search.extend(&times);
        took.by_text.push((typed, times));
    }
    for _ in 0..3 {
        let begun = Instant::now();
        clients::likely_twins(practice).await?;
        took.twins.push(since(begun));
    }
    let whole = find(practice, "", 0, 1).await?;
    if usize::try_from(whole.total)? != all {
        return Err(format!("{} clients of {all}", whole.total).into());
    }
    for nth in 0..TIMES {
        let offset = i32::try_from(nth * all / TIMES)?;
        let page = find(practice, "", offset, 60).await?;
        for (by, down) in ORDERS {
            let order = Some(ClientOrder { by, down });
            let begun = Instant::now();
            clients::find(practice, FindClients { order, offset, limit: 60, ..FindClients::default() })
                .await?;
            took.list.push(since(begun));
        }
        let id = page.rows.first().ok_or("an empty page")?.id.clone();
        let begun = Instant::now();
        let seen = clients::overview(practice, &id).await?.client;
        took.record.push(since(begun));
        let id_of_full = &full[nth % full.len()];
        let begun = Instant::now();
        let seen_full = clients::overview(practice, id_of_full).await?;
        took.full.push(since(begun));
        if seen_full.timeline.len() < 2 * full_register::VISITS {
            return Err(format!("{} entries in a full record", seen_full.timeline.len()).into());
        }
        let client = ClientInput { notes: format!("{nth} of {all}"), ..seen.client };
        clients::edit(practice, EditClient { id, version: seen.version, client, draft: None }).await?;
        let begun = Instant::now();
        find(practice, "margaret", 0, 8).await?;
        took.changed.push(since(begun));
    }
    Ok(took)
}

async fn find(
    practice: &Practice,
    text: &str,
    offset: i32,
    limit: i32,
) -> hegu_core::Result<clients::FoundClients> {
    clients::find(practice, FindClients { text: text.to_owned(), offset, limit, ..FindClients::default() })
        .await
}

fn since(begun: Instant) -> f64 {
    begun.elapsed().as_secs_f64() * 1_000.0
}
