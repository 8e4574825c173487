//! How long the core takes to draw the sheet on back pain for a client, as at every choice in the window
//! (`make bench`): settings and names read from the encrypted database, two pages set, a tagged PDF made.

use std::error::Error;
use std::io::Write;
use std::time::Instant;

use hegu_core::clients::{self, ClientInput, RegisterClient};
use hegu_core::handouts::{self, PaperChoice, PreviewSheet};
use hegu_core::testing::TestPractice;
use hegu_tests::goals::{goal, percentile};

const TIMES: usize = 1_000;

fn main() -> Result<(), Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let took = runtime.block_on(draw_again_and_again())?;
    let [middle, slow, slowest] = [50, 95, 99].map(|percent| percentile(&took, percent));
    let mut out = std::io::stdout().lock();
    writeln!(out, "sheet in the core       median ms      p95 ms      p99 ms")?;
    writeln!(out, "{:<20}{middle:>13.2}{slow:>12.2}{slowest:>12.2}  of {TIMES}", "back pain")?;
    writeln!(out, "{}", goal("sheet in the core, p99", 10.0, "ms", slowest))?;
    Ok(())
}

async fn draw_again_and_again() -> Result<Vec<f64>, Box<dyn Error>> {
    let practice = TestPractice::make().await?;
    let client = ClientInput { given_name: "Margaret".to_owned(), ..ClientInput::default() };
    let register = RegisterClient { client, despite_twins: true, draft: None };
    let client = clients::register(&practice, register).await?.id;
    let built_in = handouts::list(&practice).await?.into_iter().find(|sheet| sheet.built_in);
    let sheet = handouts::open(&practice, &built_in.ok_or("no sheet comes with the program")?.id).await?;
    let mut took = Vec::with_capacity(TIMES);
    for turn in 0..TIMES {
        let input = PreviewSheet {
            text: sheet.text.clone(),
            client: Some(client.clone()),
            paper: PaperChoice::Letter,
            // Another size each time: nothing of the one before can be used again.
            text_size: [12, 14, 16, 20][turn % 4],
            sheet_version: Some(sheet.version),
        };
        let start = Instant::now();
        handouts::preview(&practice, &input).await?;
        took.push(start.elapsed().as_secs_f64() * 1000.0);
    }
    Ok(took)
}
