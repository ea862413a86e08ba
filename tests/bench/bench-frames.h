/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the window works on: frame by frame, and in one block of the main loop,
 * in which it answers nobody. What counts is the time of the processor, of this
 * thread, which draws; so it is the same on a busy machine. */
typedef struct
{
  GtkWidget *widget; /* that is drawn */
  GArray    *works;  /* double, ms, a frame each */
  double     frame;  /* when it began */
  double     begun;  /* the step that is measured */
  int        failed; /* how many goals were missed */
} BenchFrames;

void bench_frames_open   (BenchFrames *bench,
                          GtkWidget   *widget);
void bench_frames_clear  (BenchFrames *bench);

/* Runs the main loop until the next frame is painted. */
void bench_frames_paint  (BenchFrames *bench);

/* One step: what comes between the two, and the frames that follow from it.
 * Its work is to take at most so many ms, and no block of it more than 50. */
void bench_frames_start  (BenchFrames *bench);
void bench_frames_end    (BenchFrames *bench,
                          const char  *what,
                          double       most);

/* Many frames, painted since the last one that was measured or forgotten: 95
 * of 100 are to take a frame's time at the most. */
void bench_frames_forget (BenchFrames *bench);
void bench_frames_report (BenchFrames *bench,
                          const char  *what);

G_END_DECLS
