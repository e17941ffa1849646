/** What the list of stop words lacks: other forms, auxiliaries, quantities, courtesies. They say nothing of a service. */
export const FILLERS: readonly string[] = `
  not no nor never none nothing nobody anything something everything someone anyone everyone everybody somebody
  its it's i'm i've i'd i'll you're you've you'd you'll he's she's we're we've we'd we'll they're they've they'd they'll
  that's there's here's what's who's let's don't didn't doesn't can't couldn't won't wouldn't isn't wasn't aren't weren't
  hasn't haven't hadn't shouldn't cannot
  will would shall should can could may might must do does did done doing am is are was were be been being have has had
  having get gets got getting go goes went going gone come comes came make makes made let use used using take took taken
  give gave given say says said tell told know knew known think thought want wanted need needed like look looked see saw
  seem seemed try tried keep kept put
  one two three first second last next other another each every either neither both all any some many much more most few
  less least several own same such so too very just only even also still yet again already always often sometimes ever
  now then today yesterday tomorrow soon later once twice maybe perhaps really actually quite rather pretty almost
  about above across after against along among around at before behind below between by during for from in into of off
  on onto out over per since than through to toward towards under until up upon via with within without down away back
  and but or if because as while when where why how what which who whom whose whether though although however therefore
  thus else instead unless
  i me my mine myself you your yours yourself he him his she her hers it we us our ours they them their theirs this that
  these those here there well way thing things lot lots bit etc
  dear hello hi hey please thank thanks thankyou regards cheers sincerely yes yeah ok okay oh sir madam mr mrs ms
`
  .trim()
  .split(/\s+/);
