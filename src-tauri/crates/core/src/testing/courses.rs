//! Invented courses of treatment: what a practitioner might have written, visit after visit.

use crate::notes::Side::{self, Both, Left, Middle, Right, Whole};

/// A complaint and how it went.
#[derive(Debug)]
pub(super) struct Course {
    /// What the client says at first.
    pub(super) complaint: &'static str,
    /// What is found.
    pub(super) findings: &'static str,
    /// What it is taken for.
    pub(super) assessment: &'static str,
    /// What the client says later, in any order.
    pub(super) later: [&'static str; 4],
    /// What is done and comes next.
    pub(super) plan: &'static str,
    /// Points, where, and needles.
    pub(super) points: &'static [(&'static str, Side, i32)],
}

/// The courses.
pub(super) const COURSES: [Course; 8] = [
    Course {
        complaint: "Dull ache low in the back for three weeks, since moving house. Worse in the morning and after \
            sitting, better for walking. No numbness, no weakness, bladder and bowel unchanged.",
        findings: "Stiff getting up. Tender at L4 and L5 on both sides. Straight leg raise free on both sides.\n\
            Tongue pale, thin white coat. Pulse deep, weak at both chi.",
        assessment: "Low back ache without signs of a nerve root; Kidney deficiency with local stagnation.",
        later: [
            "Morning stiffness is down to ten minutes.",
            "Good for four days after the last visit, then as before.",
            "Sat through a long drive without stopping.",
            "Back to the garden; a little stiff the day after.",
        ],
        plan: "Even method, 25 minutes. Heat at home, a walk every day. Look again in a week.",
        points: &[
            ("BL23", Both, 2),
            ("BL25", Both, 2),
            ("BL40", Both, 2),
            ("KI3", Both, 2),
            ("GV3", Middle, 1),
        ],
    },
    Course {
        complaint: "Pain along the outside of the right leg to the ankle, two months. Seen by the doctor in March: \
            no weakness, no surgery for now.",
        findings: "Straight leg raise right 50 degrees, left free. Reflexes equal. Tender at GB30 right.",
        assessment: "Sciatica right; qi and blood stagnation in the Gallbladder channel.",
        later: [
            "Pain stops at the knee now.",
            "Slept through twice this week.",
            "A bad day on Tuesday after lifting a box.",
            "Only the hip is sore now.",
        ],
        plan: "Right side, 25 minutes. No bending and lifting this week. If a foot goes weak: doctor the same day.",
        points: &[
            ("GB30", Right, 1),
            ("GB34", Right, 1),
            ("BL60", Right, 1),
            ("BL40", Right, 1),
            ("LI4", Left, 1),
        ],
    },
    Course {
        complaint: "Headache at the temples two or three times a week, mostly in the afternoon. Neck tight. \
            Sees well, no aura.",
        findings: "Upper trapezius tight on both sides, trigger point left. Tongue red at the edges. Pulse wiry.",
        assessment: "Tension headache; Liver yang rising on a tight neck.",
        later: [
            "One headache this week, and milder.",
            "None for nine days.",
            "Two after a long week at the screen.",
            "Takes a tablet once a fortnight now instead of twice a week.",
        ],
        plan: "20 minutes. Breaks from the screen every hour. Headache diary.",
        points: &[
            ("GB20", Both, 2),
            ("LI4", Both, 2),
            ("LR3", Both, 2),
            ("EX-HN5", Both, 2),
            ("TE5", Both, 2),
        ],
    },
    Course {
        complaint: "Wakes at three and lies awake for two hours. Heart races when thinking of work.",
        findings: "Tongue red at the tip, little coat. Pulse thin, a little rapid.",
        assessment: "Broken sleep; Heart and Kidney not meeting.",
        later: [
            "Woke three nights of seven.",
            "Sleeps until five now.",
            "A bad week: quarter end at work.",
            "Slept through five nights.",
        ],
        plan: "30 minutes, quiet room. No screen after nine. Doctor if the racing comes at rest.",
        points: &[
            ("HT7", Both, 2),
            ("KI6", Both, 2),
            ("SP6", Both, 2),
            ("GV20", Middle, 1),
            ("EX-HN1", Whole, 4),
        ],
    },
    Course {
        complaint: "Knee aches on stairs, left more than right, for a year. X-ray in autumn: some wear.",
        findings: "Left knee a little warm, no effusion. Bends to 120 degrees. Tender inside the joint line.",
        assessment: "Wear of the left knee; cold-damp obstruction.",
        later: [
            "Down the stairs without the rail.",
            "Walked round the lake, sore the next day.",
            "As last week.",
            "Kneels again to weed, for ten minutes.",
        ],
        plan: "25 minutes, warming needle at ST36. Strengthen the thigh as shown.",
        points: &[
            ("ST36", Left, 1),
            ("SP9", Left, 1),
            ("EX-LE5", Left, 2),
            ("GB34", Left, 1),
            ("SP10", Left, 1),
        ],
    },
    Course {
        complaint: "Nausea most mornings and full after a few bites, since a stomach bug in spring. Weight steady.",
        findings: "Belly soft, a little tender above the navel. Tongue swollen with thick white coat. Pulse slippery.",
        assessment: "Food stagnation with weak Spleen qi.",
        later: [
            "Breakfast stays down.",
            "Nausea on two mornings.",
            "Ate out without trouble.",
            "Appetite is back.",
        ],
        plan: "20 minutes. Small warm meals. Doctor if weight goes or anything is black or red.",
        points: &[("PC6", Both, 2), ("ST36", Both, 2), ("CV12", Middle, 1), ("SP4", Right, 1)],
    },
    Course {
        complaint: "右肩疼痛六週，夜間較重，無法舉手過頭。",
        findings: "外展九十度，肩髃壓痛。舌淡紅，苔薄白，脈弦。",
        assessment: "肩凝；氣血瘀滯，寒濕阻絡。",
        later: ["夜間疼痛減輕。", "可以自己梳頭。", "提重物後又痛兩天。", "外展一百三十度。"],
        plan: "留針二十五分鐘，在家熱敷並做鐘擺運動。",
        points: &[
            ("LI15", Right, 1),
            ("TE14", Right, 1),
            ("SI9", Right, 1),
            ("LI11", Right, 1),
            ("ST38", Left, 1),
        ],
    },
    Course {
        complaint: "Runny nose and itching eyes every spring, from April to June. Uses a spray.",
        findings: "Mucosa pale. Tongue pale. Pulse floating.",
        assessment: "Hay fever; wei qi weak, wind at the nose.",
        later: [
            "Eyes are calm; the nose runs outdoors.",
            "Half the spray.",
            "Worse after mowing.",
            "Quiet this week, with rain.",
        ],
        plan: "20 minutes. Once a week until the birches are done.",
        points: &[
            ("LI20", Both, 2),
            ("EX-HN3", Middle, 1),
            ("LI4", Both, 2),
            ("LU7", Both, 2),
            ("ST36", Both, 2),
        ],
    },
];
