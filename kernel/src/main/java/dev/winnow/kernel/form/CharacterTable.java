package dev.winnow.kernel.form;

/**
 * The classes of all characters above ASCII, generated once from Unicode 16 and fixed since.
 *
 * <p>A rule set must not change with the Unicode version of the runtime it runs on, so the table is
 * data and not a call to {@link Character}. Each entry is a class letter and the distance in hex
 * from the start of the range before it (the first from zero): {@code s} space, {@code n} line
 * break, {@code l} letter or mark, {@code i} letter of a script that writes without spaces, {@code
 * d} decimal digit, {@code p} all else. The conformance vectors hold the same table.
 */
final class CharacterTable {
  static final String RANGES =
      """
      s80 n5 s1 p1b l9 p1 s2 p1 l7 p1 l4 p1 l5 p17 l1 p1f l1 p1ca l4 pc le p5 l7 p1 l1 p1 l11
      p75 l1 p2 l2 p4 l1 p1 l6 p1 l1 p3 l1 p1 l1 p14 l1 p53 l1 p8b l1 pad l1 p26 l2 p1 l6 p29
      l8 p2d l1 p1 l1 p2 l1 p2 l1 p1 l8 p1b l4 p4 sd p6 la pb s1 p1 l3 d40 pa l4 p66 l1 s8 p1
      l1 pa l1 d6 la p3 l2 p1 sf l1 p3b l2 p65 de la p2c l4 p1 l2 p1 l2 p2e l12 p1c l4 pb l5
      p18 l1 p6 s1 p2 l5 s4b l1 p81 d2 pa l1 p13 l1 p8 l2 p2 l2 p16 l1 p7 l1 p1 l3 p4 l2 p9
      l2 p2 l2 p4 l8 p1 l4 p2 l1 p5 d2 la p2 la p1 l1 p1 l2 p3 l1 p6 l4 p2 l2 p16 l1 p7 l1 p2
      l1 p2 l1 p2 l2 p1 l1 p5 l4 p2 l2 p3 l3 p1 l7 p4 l1 p1 d7 la p6 lb p3 l1 p9 l1 p3 l1 p16
      l1 p7 l1 p2 l1 p5 l2 pa l1 p3 l1 p3 l2 p1 lf p4 d2 pa l9 p7 l1 p3 l1 p8 l2 p2 l2 p16 l1
      p7 l1 p2 l1 p5 l2 p9 l2 p2 l2 p3 l7 p3 l4 p2 l1 p5 d2 pa l1 p1 l10 p2 l1 p6 l3 p3 l1 p4
      l3 p2 l1 p1 l1 p2 l3 p2 l3 p3 l3 pc l4 p5 l3 p3 l1 p4 l2 p1 l6 p1 de pa l10 pd l1 p3 l1
      p17 l1 p10 l2 p9 l1 p3 l1 p4 l7 p2 l1 p3 l2 p1 l2 p4 d2 pa l10 p4 l1 p8 l1 p3 l1 p17 l1
      pa l1 p5 l2 p9 l1 p3 l1 p4 l7 p2 l6 p2 l1 p4 d2 pa l1 p3 lc pd l1 p3 l1 p33 l1 p3 l1 p5
      l5 p4 l7 p5 d2 pa la p6 l1 p3 l1 p12 l3 p18 l1 p9 l1 p1 l2 p7 l3 p1 l4 p6 l1 p1 l1 p8
      d6 pa l2 p2 id p3a i5 pf d1 pa i27 p2 i1 p1 i1 p5 i1 p18 i1 p1 i1 p17 i2 p5 i1 p1 i1 p7
      d1 pa i2 p4 i20 p1 i17 p2 d6 pa ib p1 i1 p1 i1 p1 i4 pa i1 p24 i4 p14 i1 p12 i1 p24 i9
      p1 i39 d40 pa i6 d40 ia p4 l2 p26 l1 p1 l5 p1 l2 p2b l1 i4 l100 p49 l1 p4 l2 p7 l1 p1
      l1 p4 l2 p29 l1 p4 l2 p21 l1 p4 l2 p7 l1 p1 l1 p4 l2 pf l1 p39 l1 p4 l2 p43 l2 p3 l20
      p10 l10 p56 l2 p6 l3 p26c l2 s11 l1 p1a l5 p4b l3 pb l7 p16 l9 p16 lb p14 lc pd l1 p3
      l1 p2 ic p54 i3 p1 i4 p2 d2 pa l21 s3 l1 d1 pa l6 p59 l7 p2b l5 p46 la p1f l1 pc l4 pc
      da la p1e l2 p5 lb p2c l4 p1a d6 pa l26 p1c l4 p3f l1 p1d l2 d1 pa d6 pa ld p1 l8 p1f
      l31 p4d d3 pa l11 p9 lc d30 la p3a lc p38 d8 pa l3 d3 la p24 l2 pb l5 p2b l2 p3 l10 p3
      l1 p27 l5 p216 l2 p6 l2 p26 l2 p6 l2 p8 l1 p1 l1 p1 l1 p1 l1 p1f l2 p35 l1 p7 l1 p1 l3
      p3 l1 p7 l3 p4 l2 p6 l4 pd l5 p3 l1 p7 s3 lc s2 p2 n18 s2 p6 s2f p6 s1 pa l1 p1 ld p1
      l10 pd l33 p21 l11 p1 l4 p1 l2 pa l1 p1 l3 p5 l6 p1 l1 p1 l1 p1 l1 p4 l1 pb l2 p4 l5 p5
      l4 p1 l11 p29 la77 pe5 l6 p9 lc p26 l1 p1 l5 p1 l2 p38 l7 p1 lf p18 l9 p7 l1 p7 l1 p7
      l1 p7 l1 p7 l1 p7 l1 p7 l1 p7 l1 p20 l2f p1 s1d0 p1 i4 l1 i1 p1 i19 l9 i4 p2 l1 p5 i2
      l4 p1 i4 p56 l2 p2 i2 p3 i1 p5a i1 p4 i5 p2b i1 p5e i11 p20 i30 p10 i200 p19c0 i40
      p568d l43 p2e l2 p10d l3 d10 la p2 l14 p33 l1 pa l1 p73 l25 p9 l2 p67 l2 p43 l2 p2 l1
      p1 l1 p8 l15 p36 l4 p1 l13 p34 lc p46 da pa l6 p18 l3 p1 l1 d3 la p24 l2 p24 ic p1d l3
      p41 le d1 pa i6 d10 ia p5 l1 p37 l9 pe d2 pa i6 p17 i3 l6 p43 l18 p3 l2 p10 l2 p5 la p6
      l2 p6 l2 p6 l9 p7 l1 p7 l1 p2b l1 pe l6 p7b l1 p2 d2 pa i6 p2ba4 ic p17 i4 p31 i2104
      p16e i2 p6a l26 p7 lc p5 l5 pc l1 pd l1 p5 l1 p1 l1 p2 l1 p2 l1 p6c l21 p16b l12 p40 l2
      p36 l28 pc l4 p10 l10 p10 l40 p5 l1 p87 s2 p1 d10 pa l7 p1a l6 p1a ib la i1 l2d i2 p1f
      i3 p6 i2 p6 i2 p6 i2 p3 s1c p3 l4 pc l1 p1a l1 p13 l1 p2 l1 pf l2 pe l22 p7b l45 p35
      l88 p1 l82 p1d l3 p31 lf p1 l1f p20 ld p1e l5 p2b l5 p1e l2 p24 l4 p8 l1 p5 l2a p9e d2
      pa l6 p24 l4 p24 l4 p28 l8 p34 lc pb l1 pf l1 p7 l1 p2 l1 pb l1 pf l1 p7 l1 p2 l3 p34
      lc p137 l9 p16 la p8 l18 p6 l1 p2a l1 p9 l45 p6 l2 p1 l1 p2c l1 p2 l3 p1 l2 p17 la p17
      l9 p1f l41 p13 l1 p2 la p16 la p1a l46 p38 l6 p2 l40 p4 l1 p2 l5 p8 l1 p3 l1 p1d l2 p3
      l4 p1 l20 p1d l3 p1d l23 p8 l1 p1e l19 p36 la p16 la p13 ld p12 l6e p49 l37 p33 ld p33
      ld p28 d8 pa d6 la p1c l3 p5 l1 p17 lfa p2a l1 p2 l3 p2 l10 p3 l37 p21 la p1 l8 p21 l1f
      p16 l2a p15 l1b p17 l9 p47 d1f la p6 l9 p3c s2 p1 l4 p1 sa p1 l2 p19 d7 pa l6 p35 d1 pa
      l4 p4 l8 p24 l2 p1 l9 p45 l4 p4 l1 d2 la p1 l1 p1 l23 p12 l1 p25 l6 p4 l3e p7 l1 p1 l1
      p4 l1 pf l1 pa l7 p3b d5 pa l6 p4 l1 p8 l2 p2 l2 p16 l1 p7 l1 p2 l1 p5 l1 pa l2 p2 l2
      p3 l2 p1 l6 p1 l5 p7 l2 p7 l3 p5 lb pa l1 p1 l2 p1 l1 p26 l1 pa l1 p1 l2 p1 l1 p4 l1 p8
      ld p2 l1d p4b d5 pa l4 p4 l1e p46 l1 p1 d8 pa la6 p36 l2 p9 l17 p6 l22 p41 l3 p1 db pa
      l26 p39 d7 pa d6 p14 l1c p1b l2 pf d4 pa l6 p7 lb9 p3b l65 d40 pa l15 p8 l2 p1 l2 p8 l1
      p2 l1 p1e l1 p2 l2 p9 dc pa l46 p8 l2 p2e l2 p8 l1 p2 l1b p3f l8 p1 l8 p4a l3 p1 l12
      p49 lc7 p21 df pa l6 p9 l1 p2d l1 p9 df pa l18 p1e l2 p16 l1 pe l49 p7 l1 p2 l1 p2c l3
      p1 l1 p2 l1 p9 d8 pa l6 p6 l1 p2 l1 p25 l1 p2 l1 p6 d7 pa l136 p17 l9 p11 l1 p29 l3 p5
      dd la p1 l55 p1 l4f p39a l66 p6f l11 pc4 la4c p61 lf s430 l10 p16 la pf9b l5 p247 l1ab9
      d30 pa l6c6 p239 l7 p1f d1 pa l6 p4f d1 pa l6 p1e l2 p5 lb p37 l9 p4 dc pa l9 p15 l5
      p13 l1b0 p2d d3 pa lc6 p40 l80 p4b l4 p39 l7 p11 l40 p2 i1 l1 p1 ib p2 le p17f8 l8 p4d6
      l29 pa i22e7 p4 i1 p7 i1 p2 i1 p123 if p1 i1d p3 i2 p1 ie p4 l8 p18c l904 p6b l5 pd l3
      p9 l7 pa l3 p2 s1 p4 d104c pa l206 p2e l2 p17 l21e p5 l3 s6 l8 p8 l2 p7 l1e p4 l94 p3
      l1bb p55 l1 p47 l1 p2 l2 p1 l2 p2 l2 p4 l1 pc l1 p1 l1 p7 l1 p41 l1 p4 l2 p8 l1 p7 l1
      p1c l1 p4 l1 p5 l1 p1 l3 p7 l1 p154 l2 p19 l1 p19 l1 p1f l1 p19 l1 p1f l1 p19 l1 p1f l1
      p19 l1 p1f l1 p19 l1 p8 d2 p32 l200 p37 l4 p32 l8 p1 le p1 l16 p5 l1 pf l450 p1f l6 p6
      ld5 p7 l1 p11 l2 p7 l1 p2 l1 p5 l5 p3e l21 p1 l70 p2d l3 pe d2 pa l4 p1 l141 p1f l11
      d30 pa l1d6 d20 pa ld6 d21 pa l1e5 p7 l1 p4 l1 p2 l1 pf l1 pc5 lb p7 l29 p4c d4 pa l4a6
      p4 l1 p1b l1 p2 l1 p1 l2 p1 l1 pa l1 p4 l1 p1 l1 p1 l6 p1 l4 p1 l1 p1 l1 p1 l1 p3 l1 p2
      l1 p1 l2 p1 l1 p1 l1 p1 l1 p1 l1 p1 l1 p2 l1 p1 l2 p4 l1 p7 l1 p4 l1 p4 l1 p1 l1 pa l1
      p11 l5 p3 l1 p5 l1 p11 dd34 pa i406 pa6e0 i20 p103a i6 pde i2 p1682 ie p1d31 if p26e
      i9a2 p21e i5e2 p134b i5 p1060 sadc51 p1 s1e p60 l80 pf0
      """;

  private CharacterTable() {}
}
