/** Curriculum files: YAML, checked as a whole, every fault told with its file, line and mend. */
package dev.whetstone.curriculum.file;
