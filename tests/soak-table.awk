# The table at the end of `make soak`: what was tried, how often, and what of it was lost or spoiled.
# One line of input for each part: what, how often, and "well" or "failed", with tabs between them.
{
	if (!($1 in tried)) order[++parts] = $1
	tried[$1] += $2
	if ($3 != "well") failed[$1]++
}
END {
	printf "\n| tried | how often | lost or spoiled |\n|--|--|--|\n"
	for (part = 1; part <= parts; part++) {
		what = order[part]
		printf "| %s | %d | %s |\n", what, tried[what], failed[what] ? "FAILED, see above" : "0"
	}
}
