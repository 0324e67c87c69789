/**
 * Cases that were failed and solved, asked again and edited: Prioritized Level Replay (Jiang et al.
 * 2021) and ACCEL (Parker-Holder et al. 2022). Pure.
 */
package dev.whetstone.curriculum.replay;
